"""Settings of signing in: passwords, sessions, second steps, and the packages that carry them."""

from __future__ import annotations

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["waymark.foundation.accounts.backends.ByPassword"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"

# Length and a list of common ones, no composition rule, no rotation (NIST SP 800-63B; NCSC).
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 15},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "waymark.foundation.accounts.validators.NotPredictable"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("email", "full_name")},
    },
]
PASSWORD_RESET_TIMEOUT = 3600

# Sessions are rows: they can be listed and ended. They end with the browser and by the limits of accounts/timing.py;
# the row outlives those limits a little, so that what is typed into an ended session can be kept for its holder.
SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_AGE = 12 * 3600
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"

# Tries are counted where all worker processes see them; too big for anybody to push a count out by filling it.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "accounts_cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}

ACCOUNT_ADAPTER = "waymark.foundation.accounts.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"  # the invitation’s link has proved the address
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
# allauth’s own would write a second, unverified record of each address.
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = "django.contrib.auth.tokens.PasswordResetTokenGenerator"  # noqa: S105
ACCOUNT_RATE_LIMITS = {"login_failed": "20/m/ip,5/300s/key", "reset_password": "20/m/ip,5/h/key"}
# How many links to come in without an account are sent for one network (an office, a hospital) in an hour.
ACCOUNT_RATE_LIMITS["visitor_link"] = "30/h/ip"
# Everybody in a hall comes from one address.
ACCOUNT_RATE_LIMITS["room_code"] = "600/h/ip"
ACCOUNT_RATE_LIMITS["certificate_check"] = "120/h/ip"
ACCOUNT_FORMS = {
    "login": "waymark.foundation.accounts.forms.sign_in.SignIn",
    "reauthenticate": "waymark.foundation.accounts.forms.sign_in.PasswordAgain",
    "change_password": "waymark.foundation.accounts.forms.passwords.ChangePassword",
    "reset_password": "waymark.foundation.accounts.forms.passwords.AskForNewPassword",
    "reset_password_from_key": "waymark.foundation.accounts.forms.passwords.SetNewPassword",
}

MFA_ADAPTER = "waymark.foundation.accounts.adapters.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["webauthn", "totp", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
# A passkey stands for both steps, so the device has to check its holder: PIN, finger or face.
MFA_WEBAUTHN_USER_VERIFICATION = "required"
MFA_TOTP_ISSUER = "Waymark"
MFA_TOTP_TOLERANCE = 1
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_FORMS = {
    "authenticate": "waymark.foundation.accounts.forms.sign_in.SecondStep",
    "reauthenticate": "waymark.foundation.accounts.forms.sign_in.CodeAgain",
    "add_webauthn": "waymark.foundation.accounts.forms.sign_in.NewPasskey",
    "edit_webauthn": "waymark.foundation.accounts.forms.sign_in.PasskeyName",
    "activate_totp": "waymark.foundation.accounts.forms.sign_in.FirstCode",
}

# The middleware of accounts notes when a session was last used, once in five minutes and not at each request.
USERSESSIONS_TRACK_ACTIVITY = False

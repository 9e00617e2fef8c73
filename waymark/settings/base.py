"""Settings of development and the demonstration. `production` and `test` build on them; no part imports them."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import environ
from django.utils.translation import gettext_lazy as _

from waymark.foundation.interface import csp

from . import approvals, logs
from .patience import patient
from .signing_in import *  # noqa: F403

env = environ.Env()
ROOT = Path(__file__).resolve().parents[2]
DATA = Path(env.str("WAYMARK_DATA", default=str(ROOT / "var")))


def _secret() -> str:
    path = env.str("WAYMARK_SECRET_FILE", default="")
    return Path(path).read_text(encoding="utf-8").strip() if path else env.str("WAYMARK_SECRET", default="")


def _text_of(name: str) -> str:
    path = env.str(name, default="")
    return Path(path).read_text(encoding="utf-8").strip() if path else ""


SECRET_KEY = _secret() or "for a developer’s own machine only, where nothing real is kept"
DEBUG = env.bool("WAYMARK_DEBUG", default=False)
WAYMARK_DEMO = env.bool("WAYMARK_DEMO", default=False)
WAYMARK_MFA_REQUIRED = env.bool("WAYMARK_MFA_REQUIRED", default=not WAYMARK_DEMO)
# The keys above all record keys (docs/operate/keys.md), the sealed documents, and who looks at them for viruses.
WAYMARK_MASTER_KEYS = env.str("WAYMARK_MASTER_KEYS", default="")
WAYMARK_MASTER_FILE = env.str("WAYMARK_MASTER_FILE", default=str(DATA / "keys" / "master.json"))
WAYMARK_DOCUMENTS = DATA / "documents"
WAYMARK_CLAMD = env.str("WAYMARK_CLAMD", default="/run/clamav/clamd.ctl")
# A document that no virus checker has looked at is opened in the demonstration only, with a warning.
WAYMARK_OPEN_UNCHECKED = WAYMARK_DEMO
# When the three assessments were approved (a file; see approvals.py), and what guards the figures for monitoring.
WAYMARK_APPROVALS = env.str("WAYMARK_APPROVALS", default="")
WAYMARK_REVIEWS_DUE = partial(approvals.overdue, WAYMARK_APPROVALS)
WAYMARK_METRICS_TOKEN = env.str("WAYMARK_METRICS_TOKEN", default="")
WAYMARK_BRAND = {
    "name": env.str("WAYMARK_COUNCIL", default="Westmarch Council" if WAYMARK_DEMO else "Your council"),
    "logo": env.str("WAYMARK_LOGO", default=""),
    "colour": env.str("WAYMARK_COLOUR", default="#12436d"),
    "contact": env.str("WAYMARK_CONTACT", default=""),
}
# How things are called for whoever is not signed in; for others it is as their authority’s nation says.
WAYMARK_NATION = env.str("WAYMARK_NATION", default="england")
WAYMARK_BASE_URL = env.str("WAYMARK_BASE_URL", default="http://localhost:8000")
WAYMARK_EXIT_URL = env.str("WAYMARK_EXIT_URL", default="https://www.bbc.co.uk/weather")
# The organisation’s own sign-on; off unless an issuer and a client are named (docs/operate/sign-on.md).
WAYMARK_OIDC = {
    "issuer": env.str("WAYMARK_OIDC_ISSUER", default=""),
    "client_id": env.str("WAYMARK_OIDC_CLIENT_ID", default=""),
    "secret": _text_of("WAYMARK_OIDC_SECRET_FILE"),
    # What the provider calls a second step it has asked for (`amr`): then we do not ask for one of our own.
    "second_step": env.list("WAYMARK_OIDC_SECOND_STEP", default=[]),
}
# Outbound fetch is off: hosts that the weekly look at links of the resource library may ask are named here.
WAYMARK_FETCH_HOSTS = env.list("WAYMARK_FETCH_HOSTS", default=[])
ALLOWED_HOSTS = env.list("WAYMARK_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])

INSTALLED_APPS = [
    "waymark.foundation.interface",
    "waymark.foundation.ledger",
    "waymark.foundation.accounts",
    "waymark.foundation.places",
    "waymark.foundation.access",
    "waymark.foundation.vault",
    "waymark.foundation.outbox",
    "waymark.foundation.tasks",
    "waymark.foundation.measures",
    "waymark.foundation.retention",
    "waymark.foundation.lists",
    "waymark.foundation.meetings",
    "waymark.foundation.importing",
    "waymark.foundation.directory",
    "waymark.pathway.people",
    "waymark.pathway.concerns",
    "waymark.pathway.referrals",
    "waymark.pathway.assessment",
    "waymark.pathway.panel",
    "waymark.pathway.channel",
    "waymark.pathway.consent",
    "waymark.pathway.support",
    "waymark.pathway.exits",
    "waymark.delivery.training",
    "waymark.delivery.reach",
    "waymark.delivery.engagement",
    "waymark.delivery.library",
    "waymark.oversight.stewardship",
    "waymark.oversight.purging",
    "waymark.oversight.complaints",
    "waymark.oversight.reports",
    "waymark.delivery.feedback",
    "waymark.home",
    "waymark.demo",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "procrastinate.contrib.django",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
]

LOGGING = logs.configure(env.str("WAYMARK_LOG", default="plain"))

MIDDLEWARE = [
    "waymark.foundation.interface.request_log.RequestLog",
    "waymark.foundation.interface.middleware.PageHeaders",
    "waymark.foundation.interface.middleware.PlainRequests",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "waymark.foundation.access.middleware.ActorMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "waymark.foundation.accounts.middleware.AccountsMiddleware",
]

ROOT_URLCONF = "waymark.urls"
WSGI_APPLICATION = "waymark.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]

DATABASES = {
    "default": patient(
        env.db_url("WAYMARK_APP_URL", default="postgres:///waymark?user=waymark_app"),
        env.float("WAYMARK_STATEMENT_SECONDS", default=0),  # set by waymark/wsgi.py for the web processes
        env.float("WAYMARK_LOCK_SECONDS", default=0),
    )
    | {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Each part keeps its background jobs in `jobs.py` (procrastinate would look for `tasks.py`).
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"

# What signs the roots of the ledger, and where they go: outside the database. See docs/operate/ledger.md.
WAYMARK_LEDGER_KEY = env.str("WAYMARK_LEDGER_KEY", default="")
WAYMARK_LEDGER_KEY_FILE = env.str("WAYMARK_LEDGER_KEY_FILE", default="")
WAYMARK_ROOTS = env.str("WAYMARK_ROOTS", default=str(DATA / "roots"))

CSRF_COOKIE_HTTPONLY = True
# Not `no-referrer`: browsers then send `Origin: null` with our own forms, and Django refuses them.
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
FILE_UPLOAD_HANDLERS = [
    "waymark.foundation.vault.uploading.SealedUpload",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

CONTENT_SECURITY_POLICY = csp.policy(
    csp.origins(",".join([env.str("WAYMARK_SIGN_IN_ORIGINS", default=""), WAYMARK_OIDC["issuer"]]))
)

LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en", _("English")), ("cy", _("Cymraeg"))]
LOCALE_PATHS = [ROOT / "waymark" / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/London"

STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = env.str("WAYMARK_FROM", default="waymark@localhost")
if env.str("WAYMARK_SMTP_URL", default=""):
    vars().update(env.email_url("WAYMARK_SMTP_URL"))
else:
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = DATA / "post"

# A passkey is made for one origin. Only a developer’s own machine may be without https.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = WAYMARK_DEMO or DEBUG

SILENCED_SYSTEM_CHECKS: list[str] = []

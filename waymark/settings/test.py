"""Settings of the test suite: the real database as the restricted role, mail kept in memory, no network."""

from __future__ import annotations

import base64
import os

from .base import *  # noqa: F403
from .base import DATA, DATABASES, env

# The suite logs in as the migrating role, makes its database as the owner, and takes the application’s role
# for everything after that (see conftest.py): a superuser would pass every row security test falsely.
DATABASES["default"] = env.db_url("WAYMARK_MIGRATE_URL") | {
    "OPTIONS": {"options": "-c role=waymark_owner"},
    "TEST": {"TEMPLATE": "template1"},
}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
WAYMARK_DEMO = True
WAYMARK_MFA_REQUIRED = False
STATIC_ROOT = DATA / "static-test"
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
WAYMARK_MASTER_KEYS = f"1:{base64.b64encode(os.urandom(32)).decode()}"
WAYMARK_OPEN_UNCHECKED = False
WAYMARK_CLAMD = ""
# Chromium’s passkeys work on http://localhost:<any port>.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True

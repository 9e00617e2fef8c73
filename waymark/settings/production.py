"""Settings of a live service: refuses to start with values that are only safe on a developer’s machine."""

from __future__ import annotations

from django.core.exceptions import ImproperlyConfigured

from .base import *  # noqa: F403
from .base import ALLOWED_HOSTS, SECRET_KEY, WAYMARK_DEMO, env

DEBUG = False
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-session", "__Host-csrf"
SECURE_SSL_REDIRECT = True
# The launcher and a proxy ask for it by plain HTTP on the machine itself; it tells nothing.
SECURE_REDIRECT_EXEMPT = [r"^health$"]
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = True
SECURE_PROXY_SSL_HEADER = (
    ("HTTP_X_FORWARDED_PROTO", "https") if env.bool("WAYMARK_BEHIND_PROXY", default=False) else None
)

if len(SECRET_KEY) < 50 or "developer" in SECRET_KEY:
    raise ImproperlyConfigured("WAYMARK_SECRET_FILE must name a file with at least 50 random characters.")
if WAYMARK_DEMO:
    raise ImproperlyConfigured("WAYMARK_DEMO must not be set on a live service.")
if not ALLOWED_HOSTS or "*" in ALLOWED_HOSTS:
    raise ImproperlyConfigured("WAYMARK_HOSTS must name the hosts of this service, and never *.")
if not env.str("WAYMARK_SMTP_URL", default=""):
    raise ImproperlyConfigured("WAYMARK_SMTP_URL must name the mail server.")

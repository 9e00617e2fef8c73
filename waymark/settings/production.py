"""Settings of a live service: refuses to start with values that are only safe on a developer’s machine."""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime

from django.core.exceptions import ImproperlyConfigured

from . import approvals, logs, unsafe
from .base import *  # noqa: F403
from .base import WAYMARK_APPROVALS, env

LOGGING = logs.configure(env.str("WAYMARK_LOG", default="json"))
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-session", "__Host-csrf"
SECURE_SSL_REDIRECT = True
# The launcher, a proxy and the monitoring ask for these by plain HTTP on the machine itself.
SECURE_REDIRECT_EXEMPT = [r"^health$", r"^ready$", r"^metrics$"]
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = True
SECURE_PROXY_SSL_HEADER = (
    ("HTTP_X_FORWARDED_PROTO", "https") if env.bool("WAYMARK_BEHIND_PROXY", default=False) else None
)

_faults = [
    # Both are run by the launcher as the role that migrates; nothing is served with them.
    *unsafe.faults(globals(), os.environ, migrating=sys.argv[1:2] in (["migrate"], ["replay_erasures"])),
    *approvals.faults(WAYMARK_APPROVALS, datetime.now(UTC).date()),
]
if _faults:
    raise ImproperlyConfigured(
        "This is not safe where real records are kept (docs/operate/install.md):\n"
        + "\n".join(f"- {fault}" for fault in _faults)
    )
if WAYMARK_OIDC["issuer"] and not WAYMARK_OIDC["issuer"].startswith("https://"):
    raise ImproperlyConfigured("WAYMARK_OIDC_ISSUER must be an https address.")

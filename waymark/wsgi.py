"""What the application server calls. A site whose checks fail, such as a view without a door, does not start."""

from __future__ import annotations

import os

from django.core.checks import run_checks
from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application

from waymark.foundation.vault import master

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "waymark.settings.base")
# Whoever waits for a page waits no longer than this for the database (settings/patience.py).
os.environ.setdefault("WAYMARK_STATEMENT_SECONDS", "20")
os.environ.setdefault("WAYMARK_LOCK_SECONDS", "10")
application = get_wsgi_application()

_faults = [found for found in run_checks() if found.is_serious()]
if _faults:
    raise ImproperlyConfigured("Waymark does not start:\n" + "\n".join(str(fault) for fault in _faults))

try:
    master.held()
except master.NoMasterKey as problem:
    raise ImproperlyConfigured(f"Waymark does not start: {problem}") from problem

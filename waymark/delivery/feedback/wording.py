"""In which words leave to quote is asked for. What somebody said yes to is never changed: a new version is added."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

VERSIONS: dict[int, Any] = {
    1: _("May we use your words in a report? The report is public. It does not say who you are."),
}
NOW = max(VERSIONS)

"""The list of themes that an authority can begin with, and change.

Source: fact sheet on delivery, section 1, rows A8, A10, A13, B17, B20. Never a faith, ethnic group or place of worship.
"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

THEMES = (
    _("Online"), _("Thresholds: when to raise a concern"), _("Having difficult conversations"), _("Critical thinking"),
    _("Hate crime and prejudice"), _("Gangs and exploitation"), _("Parents and carers"), _("How to refer"),
    _("Extreme right-wing views"), _("Islamist extremism"), _("Mixed or unclear views"), _("Mental health"),
)  # fmt: skip

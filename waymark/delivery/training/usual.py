"""The lists and courses that a new authority can begin with, and change: none of them is fixed in the program.

Audiences and course types: fact sheet on delivery, section 3.1 (the four courses of GOV.UK; the variants by phase).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

AUDIENCES = (
    _("Early years"), _("Primary schools"), _("Secondary schools"), _("Further and higher education"),
    _("Council staff"), _("Contractors"), _("Councillors"), _("Foster carers"), _("Community"),
)  # fmt: skip
ROLES = (
    _("Teacher"), _("Support staff"), _("Designated safeguarding lead"), _("Head or principal"), _("Governor"),
    _("Council staff"), _("Contractor"), _("Councillor"), _("Foster carer"), _("Volunteer"),
)  # fmt: skip
AIMS = _(
    "People can say what radicalisation is, notice a concern, and know whom to tell: the safeguarding lead first, "
    "then the front door. They are confident to raise a concern and to challenge remarks."
)
ONLINE = _("Free e-learning on GOV.UK, in English and Welsh.")


@dataclass(frozen=True)
class Usual:
    """`audience` is its place in AUDIENCES; `needs` the key of the course before it."""

    key: str
    name: Any
    audience: int
    minutes: int
    aims: Any = AIMS
    materials: Any = ""
    level: int = 1
    needs: str = ""


COURSES = (
    Usual("early", _("Prevent for early years"), 0, 90),
    Usual("primary", _("Prevent for primary schools"), 1, 90),
    Usual("secondary", _("Prevent for secondary schools"), 2, 90),
    Usual("colleges", _("Prevent for colleges and universities"), 3, 90),
    Usual("council", _("Prevent for council staff"), 4, 60),
    Usual("councillors", _("Prevent for councillors"), 6, 60),
    Usual("awareness", _("GOV.UK awareness course"), 4, 45, materials=ONLINE),
    Usual("referrals", _("GOV.UK referrals course"), 4, 40, materials=ONLINE, level=2, needs="awareness"),
    Usual("channel", _("GOV.UK Channel course"), 4, 40, materials=ONLINE, level=3, needs="referrals"),
    Usual("refresher", _("GOV.UK refresher awareness course"), 4, 30, materials=ONLINE, needs="awareness"),
)

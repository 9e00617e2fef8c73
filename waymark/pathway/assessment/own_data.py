"""What the police assessment holds about a person, for whoever answers their request to see it."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from waymark.foundation import lists
from waymark.foundation.access import own_data
from waymark.pathway.referrals.destinations import LIST

from .models import PoliceDecision

AT = "assessment__referral__person"
OF = "assessment.referral"


def _destination(row: PoliceDecision) -> str:
    return str(lists.words(LIST, row.destination)) if row.destination else ""


def declare() -> None:
    """Called in AppConfig.ready."""
    own_data.offer(
        own_data.of_person(
            "assessment.Deconfliction", _("A check by the police"), AT, record=OF, of_others=True
        ),
        own_data.of_person("assessment.WrittenAssessment", _("An assessment"), AT, record=OF),
        own_data.of_person(
            "assessment.PoliceDecision", _("A decision of the police"), AT, record=OF, others={"council_view"},
            said={"destination": _destination},
        ),
        own_data.of_person(
            "assessment.ClosureApproval", _("The second signature of the police"), f"decision__{AT}",
            record=f"decision.{OF}",
        ),
    )  # fmt: skip

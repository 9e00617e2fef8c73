"""What the police assessment holds about a person, for whoever answers their request to see it."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from waymark.foundation import lists
from waymark.foundation.access import own_data
from waymark.pathway.referrals.destinations import LIST

from .models import CAUSES

AT = "assessment__referral__person"
OF = "assessment.referral"


# What was chosen of a list, in words.
SAID = {
    "cause": lambda row: str(lists.words(CAUSES, row.cause)) if row.cause else "",
    "destination": lambda row: str(lists.words(LIST, row.destination)) if row.destination else "",
}


def declare() -> None:
    """Called in AppConfig.ready."""
    own_data.offer(
        own_data.of_person(
            "assessment.Deconfliction", _("A check by the police"), AT, record=OF, of_others=True
        ),
        own_data.of_person("assessment.WrittenAssessment", _("An assessment"), AT, record=OF),
        own_data.of_person(
            "assessment.PoliceDecision", _("A decision of the police"), AT, record=OF, others={"council_view"},
            said=SAID,
        ),
        own_data.of_person(
            "assessment.ClosureApproval", _("The second signature of the police"), f"decision__{AT}",
            record=f"decision.{OF}",
        ),
    )  # fmt: skip

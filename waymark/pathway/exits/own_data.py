"""What the end of support holds about a person, for whoever answers their request to see it."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from waymark.foundation import lists
from waymark.foundation.access import own_data
from waymark.pathway.referrals.destinations import LIST

from .models import REASONS

AT, OF = "case__referral__person", "case.referral"


# What was chosen of a list, in words.
SAID = {
    "reason": lambda report: str(lists.words(REASONS, report.reason)),
    "destination": lambda report: str(lists.words(LIST, report.destination)),
}


def declare() -> None:
    """Called in AppConfig.ready."""
    for label, title, way in (
        ("ClosingReport", _("A closing report"), ""),
        ("SignOff", _("The end of support"), "report"),
        ("LookBack", _("A review after the end of support"), "review__exit__report"),
        ("Pause", _("A pause of support"), ""),
        ("GoingOn", _("Support goes on"), "pause"),
        ("Investigation", _("An investigation that the panel was told of"), ""),
        ("Transfer", _("A case handed to another authority"), ""),
        ("TransferAnswer", _("What came of handing a case over"), "transfer"),
        ("Arrival", _("A case that another authority handed over"), ""),
    ):
        path = f"{way}__{AT}" if way else AT
        record = f"{way.replace('__', '.')}.{OF}" if way else OF
        of_others = label in ("Investigation", "Arrival")
        chosen = SAID if label == "ClosingReport" else {}
        own_data.offer(
            own_data.of_person(f"exits.{label}", title, path, record=record, of_others=of_others, said=chosen)
        )

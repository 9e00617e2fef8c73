"""What waits for whom at the end of support and after it, and the periods of the reviews."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from waymark.foundation import tasks
from waymark.foundation.access.queries import who_may
from waymark.foundation.ledger.deeds import Doer
from waymark.foundation.tasks import LOCAL, ClockDefault, Kind, Unit
from waymark.pathway.channel.models import Case
from waymark.pathway.channel.permissions import Permission

from .models import Arrival, ReviewKind

MINISTER = _("Written statement on Prevent, House of Commons, 12 February 2025")
# Made no longer, in the database too: the first migration says so.
PUBLISHED = (
    ClockDefault("exits.six", _("First review after the end of support"), 6, Unit.MONTHS, MINISTER, confirmed=True),
    ClockDefault(
        "exits.twelve", _("Second review after the end of support"), 12, Unit.MONTHS, MINISTER, confirmed=True
    ),
)  # fmt: skip
CLOCKS = (
    ClockDefault("exits.report", _("Closing report"), 10, Unit.WORKING_DAYS, LOCAL),
    ClockDefault("exits.sign", _("Signing the end of support"), 5, Unit.WORKING_DAYS, LOCAL),
    ClockDefault("exits.answer", _("Answering a transfer"), 5, Unit.WORKING_DAYS, LOCAL),
    *PUBLISHED,
)
CLOCK_OF = {ReviewKind.SIX: "exits.six", ReviewKind.TWELVE: "exits.twelve"}
CASE = "channel:case"
REPORT = Kind("exits.report", _("Write a closing report"), "exits:report", "exits.report", late_url_name=CASE)
SIGN = Kind("exits.sign", _("Sign the end of support, or send it back"), "exits:sign", "exits.sign")
# Who is told, and when, is said in `actions.alarms`: the work list itself reminds nobody.
REVIEW = Kind("exits.review", _("Hold a review after the end of support"), CASE, reminded=False)
LATE = Kind("exits.review-late", _("A review after the end of support is late"), CASE, reminded=False)
VERY_LATE = Kind(
    "exits.review-very-late",
    _("A review after the end of support is more than two weeks late"),
    CASE,
    reminded=False,
)
REVIEWS = (REVIEW, LATE, VERY_LATE)
ARRIVED = Kind(
    "exits.arrived",
    _("Another authority hands a Channel case over: accept it, or return it"),
    "exits:arrival",
    "exits.answer",
)
RETURNED = Kind("exits.returned", _("A transfer was returned: the case is still yours"), CASE, "exits.answer")
KINDS = (REPORT, SIGN, *REVIEWS, ARRIVED, RETURNED)


def follow(case: Case, name: str, by: Doer, at: datetime) -> None:
    """The work of the state before ends with it; a proposed end asks the lead for the report."""
    tasks.done(
        REPORT.code, SIGN.code, RETURNED.code, *(kind.code for kind in REVIEWS), about=case, by=by, at=at
    )
    if name == "propose-exit":
        tasks.ask(REPORT.code, about=case, to=case.lead, by=by, at=at, escalate_to=leads(case))


def written(case: Case, by: Doer, at: datetime) -> None:
    """The report is there: each chair of the authority but its writer is asked to sign."""
    tasks.done(REPORT.code, about=case, by=by, at=at)
    for chair in chairs(case):
        if chair.pk != getattr(by, "user_id", None):
            tasks.ask(SIGN.code, about=case, to=chair, by=by, at=at, escalate_to=leads(case))


def arrived(arrival: Arrival, by: Doer, at: datetime) -> None:
    """Whoever arranges panels there is asked, and the Prevent lead when they are late."""
    to = f"authority:{arrival.authority_id}:channel"
    late = f"authority:{arrival.authority_id}:lead"
    tasks.ask(ARRIVED.code, about=arrival, to=to, by=by, at=at, escalate_to=late)


def answered(arrival: Arrival, by: Doer, at: datetime) -> None:
    tasks.done(ARRIVED.code, about=arrival, by=by, at=at)


def returned(case: Case, by: Doer, at: datetime) -> None:
    tasks.ask(RETURNED.code, about=case, to=case.lead, by=by, at=at, escalate_to=leads(case))


def leads(case: Case) -> str:
    return f"authority:{case.authority_id}:lead"


def chairs(case: Case) -> list:
    """Whoever may sign the end of support in the authority of the case."""
    return list(who_may(Permission.EXIT, case.authority_id))

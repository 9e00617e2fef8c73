"""What waits for whom in the consent of a case. Sentences and references only: no list names a person."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.utils.translation import gettext_lazy as _

from waymark.foundation import tasks
from waymark.foundation.kernel import clock
from waymark.foundation.ledger.deeds import Doer, about
from waymark.foundation.tasks import LOCAL, ClockDefault, Kind, Unit
from waymark.foundation.tasks.clocks import DAY_ENDS, due
from waymark.foundation.tasks.models import Task
from waymark.pathway.channel.models import Case
from waymark.pathway.channel.states import ADOPTED, CaseState

from . import queries, standing
from .models import Outcome
from .queries import Said, Status
from .states import ASKED_AGAIN, WITHOUT

PAGE, LATE = "consent:said", "channel:case"
LASTS, LOOKS_AGAIN, BEFOREHAND = "consent.lasts", "consent.looks-again", "consent.beforehand"
CLOCKS = (
    ClockDefault(
        "consent.ask",
        _("Asking for consent after the panel has adopted a case"),
        10,
        Unit.WORKING_DAYS,
        LOCAL,
    ),
    ClockDefault(LASTS, _("How long consent lasts before it is asked again"), 12, Unit.MONTHS, LOCAL),
    ClockDefault("consent.resolve", _("Resolving an objection to a consent"), 10, Unit.WORKING_DAYS, LOCAL),
    ClockDefault(
        LOOKS_AGAIN,
        _("Looking again after consent was refused or withdrawn"),
        3,
        Unit.MONTHS,
        _("Section 36(4)(e) leaves it to the panel; the length is set locally"),
    ),
    ClockDefault(
        BEFOREHAND,
        _("How long before its day a reassessment, or asking again, stands on My day"),
        28,
        Unit.DAYS,
        LOCAL,
    ),
)
ASK = Kind("consent.ask", _("Ask for consent to support"), PAGE, "consent.ask", late_url_name=LATE)
AGAIN = Kind("consent.again", _("Ask for consent again before it ends"), PAGE, late_url_name=LATE)
RESOLVE = Kind(
    "consent.resolve", _("Resolve an objection to a consent"), PAGE, "consent.resolve", late_url_name=LATE
)
REASSESS = Kind(
    "consent.reassess",
    _("Put a case without consent on an agenda, and look at it again"),
    PAGE,
    late_url_name=LATE,
)
KINDS = (ASK, AGAIN, RESOLVE, REASSESS)


def stage(case: Case, by: Doer, at: datetime) -> None:
    """Asks for what waits now, and ends what waits no more. Safe to run any number of times: each is asked once."""
    wanted, (record, key) = _wanted(case, at), about(case)
    open_ = Task.objects.filter(about_kind=record, about_id=key, done_at__isnull=True)
    waiting = list(open_.filter(kind__in=[kind.code for kind in KINDS]))
    for kind in KINDS:
        _keep(case, kind, [task for task in waiting if task.kind == kind.code], wanted.get(kind), by, at)


def follow(case: Case, name: str, by: Doer, at: datetime) -> None:
    """Told of each move of a case."""
    stage(case, by, at)


def _wanted(case: Case, at: datetime) -> dict[Kind, datetime]:
    if case.state not in ADOPTED:
        return {}
    said, authority = queries.said(case), case.authority_id
    wanted: dict[Kind, datetime] = {}
    asked_at = _to_ask_since(case, said)
    if asked_at is not None:
        wanted[ASK] = due(ASK.clock, asked_at, authority_id=authority)
    if said.open_objection is not None:
        wanted[RESOLVE] = due(RESOLVE.clock, said.open_objection.signed_at, authority_id=authority)
    if case.state in WITHOUT and said.waiting is not None and _near(said.waiting.due_on, case, at):
        wanted[REASSESS] = _end_of(said.waiting.due_on)
    if case.state in ASKED_AGAIN and said.status == Status.GIVEN and said.newest is not None:
        ends = standing.ends_on(said.newest)
        if ends is not None and _near(ends, case, at):
            wanted[AGAIN] = _end_of(ends - timedelta(days=1))
    return wanted


def _to_ask_since(case: Case, said: Said) -> datetime | None:
    """Since when somebody has to ask: since the adoption, or since the panel made a further plan."""
    if case.state == CaseState.CONSENT_PENDING and said.status == Status.NOT_ASKED:
        held = queries.adoption(case)
        return held.entered_at if held else None
    last = said.reassessed
    if case.state in WITHOUT and last is not None and last.outcome == Outcome.PLAN:
        newer = said.newest is not None and said.newest.signed_at > last.signed_at
        return None if newer else last.signed_at
    return None


def _near(day: date, case: Case, at: datetime) -> bool:
    return day <= clock.uk_date(due(BEFOREHAND, at, authority_id=case.authority_id))


def _end_of(day: date) -> datetime:
    return datetime.combine(day, DAY_ENDS, clock.UK)


def _keep(case: Case, kind: Kind, waits: list[Task], until: datetime | None, by: Doer, at: datetime) -> None:
    """`waits`: the open tasks of this kind about the case."""
    stale = [
        task
        for task in waits
        if task.due_at != until or (not task.for_grant and task.for_user_id != case.lead_id)
    ]
    if stale or (waits and until is None):
        tasks.done(kind.code, about=case, by=by, at=at)
    if until is None:
        return
    above = f"authority:{case.authority_id}:lead"
    tasks.ask(kind.code, about=case, to=case.lead, by=by, at=at, due_at=until, escalate_to=above)
    if kind is REASSESS:
        tasks.ask(
            kind.code, about=case, to=f"authority:{case.authority_id}:channel", by=by, at=at, due_at=until
        )

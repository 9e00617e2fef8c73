"""What a panel may decide of a case now, and who has to be there: asked by the pages and by the deed.

The database refuses the same (sql/decisions.sql).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from uuid import UUID

from django.db.models import Min, QuerySet
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.queries import who_may
from waymark.foundation.accounts.models import User
from waymark.foundation.kernel.refusals import NotNow
from waymark.foundation.meetings.models import Came
from waymark.pathway.panel import queries as panels
from waymark.pathway.panel import quorum
from waymark.pathway.panel.models import Item, Seat, Sector

from .models import Case, Outcome, PanelDecision
from .permissions import Permission
from .states import ADOPTED, BEFORE_PANEL
from .states import CaseState as C

NOT_OPEN = _("The panel cannot decide this of the case as it stands now.")
NOT_PRESENT = _(
    "Nothing can be decided: not marked present for %(area)s: %(missing)s "
    "(Counter-Terrorism and Security Act 2015, section 37)."
)
NOT_THIS_PANEL = _(
    "Nothing can be decided of this case here: a panel below the threshold, or one that the police lead, is not the "
    "panel that the law gives it to. Put it on the agenda of the panel that is."
)
GONE_ON = _("The case has moved on since. Only the words of this decision can be corrected, not the outcome.")
DISSENT = _(
    "All agreed: then nobody has a reason against it. By majority or by the chair: then write why each of the others "
    "did not agree."
)
# Where an outcome leads; as the table of states has it.
LED_TO = {
    Outcome.ADOPT: C.CONSENT_PENDING,
    Outcome.NOT_ADOPT: C.NOT_ADOPTED,
    Outcome.DEFER: C.DEFERRED,
    Outcome.PROPOSE_EXIT: C.ENDING,
}


def open_to(state: str) -> tuple[Outcome, ...]:
    """The outcomes that can be decided of a case in this state."""
    if state in BEFORE_PANEL:
        return (Outcome.ADOPT, Outcome.NOT_ADOPT, Outcome.DEFER)
    if state not in ADOPTED or state == C.ENDING:
        return ()
    here = (Outcome.KEEP_ON, Outcome.CHANGE_PLAN)
    return here if state == C.CONSENT_PENDING else (*here, Outcome.PROPOSE_EXIT)


_ADOPTING: list[Callable[[Case], None]] = []


def before_adopting(check: Callable[[Case], None]) -> None:
    """For AppConfig.ready of rooms above: `check` raises a Refusal where a case cannot be adopted yet."""
    if check not in _ADOPTING:
        _ADOPTING.append(check)


def may_adopt(case: Case) -> None:
    for check in _ADOPTING:
        check(case)


def stays_deferred(case: Case, decision: PanelDecision) -> bool:
    """Deferred once more: the case is where that leads already."""
    return decision.outcome == Outcome.DEFER and case.state == C.DEFERRED


def lawfully_met(item: Item) -> None:
    """NotNow, saying why, unless it is a panel that decides cases, and the authority and the police of the person’s
    area are marked present: not by somebody with an interest in the item, who may not see it and so cannot
    speak for their agency on it."""
    lack = not_lawful(item)
    if lack:
        raise NotNow(lack)


def not_lawful(item: Item) -> str:
    """Why nothing can be decided at this item by who is marked present, and what to do; empty where it can be."""
    if not item.meeting.panel.decides_cases:
        return str(NOT_THIS_PANEL)
    out = took_no_part(item)
    missing = quorum.missing_by_database(item.meeting, item.authority_id, out)
    if not missing:
        return ""
    absent = quorum.missing_by_database(item.meeting, item.authority_id) if out else missing
    if not absent:
        words = {"seat": _sectors(missing), "area": item.authority.name}
        return quorum.HAS_AN_INTEREST % words
    return NOT_PRESENT % {"area": item.authority.name, "missing": _sectors(missing)}


def _sectors(found: Iterable[str]) -> str:
    return ", ".join(str(Sector(one).label) for one in found)


def took_no_part(item: Item) -> set[UUID]:
    """Who has an interest in an item; once something was decided at it, as it stood then."""
    return panels.kept_out(
        item, PanelDecision.objects.filter(item=item).aggregate(at=Min("entered_at"))["at"]
    )


def seats_present(item: Item) -> dict[UUID, Seat]:
    """The seats for which somebody is marked present at the meeting of an item, and has no interest in it."""
    meeting = item.meeting
    out = took_no_part(item)
    came = {
        row.for_id
        for row in meeting.meeting.attendances.all()
        if row.came == Came.PRESENT and row.person_id not in out
    }
    seats = meeting.panel.seats.select_related("organisation", "holder").filter(pk__in=came)
    return {seat.pk: seat for seat in seats}


def who_gets_it(case: Case) -> QuerySet[User]:
    """Those to whom what is missing can be given: they can open the case."""
    return who_may(Permission.READ, case.authority_id)


def referrer_there(case: Case, item: Item) -> bool:
    """Does whoever signed the section 36 referral take part in the item? It is said on the page."""
    came = item.meeting.meeting.attendances.filter(came=Came.PRESENT)
    signer = case.section_36.signed_by_id if case.section_36 else None
    if signer is None or signer in took_no_part(item):
        return False
    return came.filter(person_id=signer).exists() or item.invitees.filter(person_id=signer).exists()

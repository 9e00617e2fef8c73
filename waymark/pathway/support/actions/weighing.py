"""A risk is put down; somebody on the panel answers for it and looks at it again; it is closed with a reason."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.loading import lock
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.references import Letter, new_reference
from waymark.foundation.kernel.refusals import Incomplete, NotNow, Refusal
from waymark.foundation.ledger.deeds import Doer, deed, disclosed
from waymark.pathway.channel.models import Case
from waymark.pathway.support import policies, queries, risk_tasks
from waymark.pathway.support.models import Risk, RiskEntry, RiskEvent
from waymark.pathway.support.states import RISKS, RiskState

from .carrying import let_risk_go, of_person
from .giving import BASIS, SAY_WHY


@deed("support.raise-risk")
def raise_risk(
    *,
    by: Actor,
    at: datetime,
    case: Case,
    whom: str,
    words: str,
    done_about: str,
    person_id: UUID,
    organisation_id: int,
    review_on: date,
) -> Risk:
    """One risk to one person or from them, in words; somebody on the panel is asked to answer for it."""
    case = lock(case)
    policies.raise_risk(by, case).require()
    _ahead(review_on, at)
    _on_panel(case, person_id, organisation_id)
    risk = Risk(
        authority_id=case.authority_id,
        grants=list(dict.fromkeys([*case.grants, of_person(organisation_id, person_id)])),
        reference=new_reference(Letter.RISK), case=case, whom=whom, words=words, done_about=done_about,
        person_id=person_id, organisation_id=organisation_id, review_on=review_on, raised_by_id=by.user_id,
        raised_at=at,
    )  # fmt: skip
    risk.save(force_insert=True)
    _write(risk, RiskEvent.RAISED, by, at, owner_id=person_id, review_on=review_on)
    _asked(risk, by, at)
    return risk


@deed("support.accept-risk")
def accept(*, by: Actor, at: datetime, risk: Risk, version: int) -> Risk:
    """The person answers for it from now on."""
    risk = lock(risk, version)
    policies.answer_risk(by, risk).require()
    RISKS.move(risk, "accept")
    risk.save_next("state")
    _write(risk, RiskEvent.ACCEPTED, by, at)
    risk_tasks.owned(risk, by, at)
    return risk


@deed("support.decline-risk")
def decline(*, by: Actor, at: datetime, risk: Risk, version: int, because: str) -> Risk:
    """The person does not take it on, or gives it back. They see nothing of it any more."""
    risk = lock(risk, version)
    policies.give_back_risk(by, risk).require()
    _because(because)
    RISKS.move(risk, "decline")
    risk.save_next("state")
    _write(risk, RiskEvent.DECLINED, by, at, words=because)
    risk_tasks.unowned(risk, by, at)
    let_risk_go(risk)
    return risk


@deed("support.review-risk")
def review(
    *, by: Actor, at: datetime, risk: Risk, version: int, words: str, done_about: str, review_on: date
) -> Risk:
    """How it stands, what is done about it now, and when it is looked at again."""
    risk = lock(risk, version)
    policies.review_risk(by, risk).require()
    if not words:
        raise Incomplete(_("Say how it stands."), field="words")
    _ahead(review_on, at)
    risk.done_about, risk.review_on = done_about, review_on
    risk.save_next("done_about", "review_on")
    _write(risk, RiskEvent.REVIEWED, by, at, words=words, review_on=review_on)
    risk_tasks.reviewed(risk, by, at)
    return risk


@deed("support.hand-risk")
def hand(
    *, by: Actor, at: datetime, risk: Risk, version: int, person_id: UUID, organisation_id: int, because: str
) -> Risk:
    """Somebody else on the panel is asked to answer for it; whoever was before sees nothing of it any more."""
    risk = lock(risk, version)
    policies.change_risk(by, risk).require()
    _because(because)
    _on_panel(risk.case, person_id, organisation_id)
    if risk.state != RiskState.ASKED:
        RISKS.move(risk, "hand")
    _to_another(risk, by, at, person_id, organisation_id)
    _write(risk, RiskEvent.HANDED, by, at, words=because, owner_id=person_id)
    _asked(risk, by, at)
    return risk


@deed("support.close-risk")
def close(*, by: Actor, at: datetime, risk: Risk, version: int, because: str) -> Risk:
    """It is a risk no more, and why."""
    risk = lock(risk, version)
    policies.change_risk(by, risk).require()
    _because(because)
    RISKS.move(risk, "close")
    risk.save_next("state")
    _write(risk, RiskEvent.CLOSED, by, at, words=because)
    risk_tasks.over(risk, by, at)
    let_risk_go(risk)
    return risk


@deed("support.reopen-risk")
def reopen(
    *, by: Actor, at: datetime, risk: Risk, version: int, because: str, person_id: UUID, organisation_id: int,
    review_on: date,
) -> Risk:  # fmt: skip
    """It is a risk again, and somebody is asked to answer for it."""
    risk = lock(risk, version)
    policies.reopen_risk(by, risk).require()
    _because(because)
    _ahead(review_on, at)
    _on_panel(risk.case, person_id, organisation_id)
    RISKS.move(risk, "reopen")
    risk.review_on = review_on
    _to_another(risk, by, at, person_id, organisation_id, "review_on")
    _write(risk, RiskEvent.REOPENED, by, at, words=because, owner_id=person_id, review_on=review_on)
    _asked(risk, by, at)
    return risk


def let_all_go(case: Case, by: Doer, at: datetime) -> None:
    """The panel no longer has the case: nobody answers for its risks here any more."""
    for risk in Risk.objects.filter(case=case, state__in=[RiskState.ASKED, RiskState.OWNED]):
        let_go(by=by, at=at, risk=risk)


@deed("support.let-risk-go")
def let_go(*, by: Doer, at: datetime, risk: Risk) -> Risk:
    """A step of what took the case from the panel."""
    risk = lock(risk)
    RISKS.move(risk, "let-go")
    risk.save_next("state")
    _write(risk, RiskEvent.LET_GO, None, at)
    risk_tasks.over(risk, by, at)
    let_risk_go(risk)
    return risk


def _to_another(
    risk: Risk, by: Actor, at: datetime, person_id: UUID, organisation_id: int, *more: str
) -> None:
    before = risk.person_id
    risk.person_id, risk.organisation_id = person_id, organisation_id
    risk.save_next("state", "person", "organisation", *more)
    if before != person_id:
        risk_tasks.over(risk, by, at)
    let_risk_go(risk, instead=of_person(organisation_id, person_id))


def _asked(risk: Risk, by: Actor, at: datetime) -> None:
    disclosed(
        risk, recipient=f"organisation:{risk.organisation_id}", what="a risk to answer for", basis=BASIS
    )
    risk_tasks.asked(risk, by, at)


def _write(risk: Risk, kind: str, by: Actor | None, at: datetime, **said: Any) -> RiskEntry:
    return RiskEntry.objects.create(
        risk=risk, authority_id=risk.authority_id, grants=list(risk.grants), kind=kind,
        written_by_id=by.user_id if by else None, written_at=at, **said,
    )  # fmt: skip


def _because(because: str) -> None:
    if not because:
        raise Incomplete(SAY_WHY, field="because")


def _ahead(review_on: date, at: datetime) -> None:
    if review_on <= clock.uk_date(at):
        raise Refusal(_("The date must be after today."), field="review_on")


def _on_panel(case: Case, person_id: UUID, organisation_id: int) -> None:
    if (person_id, organisation_id) not in {(m.user_id, m.organisation_id) for m in queries.on_panel(case)}:
        raise NotNow(_("Choose somebody with a seat on the panel, or the lead professional."), field="who")

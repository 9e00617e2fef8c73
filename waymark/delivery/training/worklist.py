"""What waits for whom in training, and until when."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, time, timedelta
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from waymark.foundation import tasks
from waymark.foundation.accounts.models import User
from waymark.foundation.kernel import clock
from waymark.foundation.ledger.deeds import Doer
from waymark.foundation.tasks import LOCAL, ClockDefault, Kind, Unit
from waymark.foundation.tasks.models import Task

from . import inductions
from .models import Declared, Term, TrainingRequest
from .states import RequestState

ANSWER = Kind(
    "training.answer-request", _("Answer a request for training"), "training:request", "training.answer"
)
INDUCT = Kind(
    "training.induct", _("See that councillors have their induction"), "training:term", url_takes="id"
)
CERTIFICATE = Kind(
    "training.answer-certificate",
    _("A certificate waits for your answer"),
    "training:declared-one",
    "training.answer",
)
REMIND, LATER = "training.reminder", "training.later-words"
CLOCKS = (
    ClockDefault(
        "training.answer",
        _("Answering a request for training, or a certificate from elsewhere"),
        5,
        Unit.WORKING_DAYS,
        LOCAL,
    ),
    ClockDefault(REMIND, _("Reminding people of training, before it begins"), 3, Unit.DAYS, LOCAL),
)


def declare_tasks() -> None:
    """Called in AppConfig.ready."""
    tasks.declare_clock(*CLOCKS)
    tasks.declare(ANSWER, INDUCT, CERTIFICATE)


def asked(request: TrainingRequest, by: Doer, at: datetime) -> None:
    tasks.ask(ANSWER.code, about=request, to=f"authority:{request.authority_id}:training-plan", by=by, at=at)


def taken(request: TrainingRequest, by: Doer, at: datetime) -> None:
    """The task of the team becomes that of the owner."""
    answered(request, by, at)
    if request.owner is not None:
        tasks.ask(
            ANSWER.code,
            about=request,
            to=User.objects.get(pk=request.owner_id),
            by=by,
            at=request.asked_at,
            for_grant=f"authority:{request.authority_id}:training-plan",
        )


def answered(request: TrainingRequest, by: Doer, at: datetime) -> None:
    tasks.done(ANSWER.code, about=request, by=by, at=at)


def answer_by(requests: Iterable[TrainingRequest]) -> dict[UUID, datetime]:
    """Of each that waits for an answer, until when. One query."""
    waiting = {str(one.pk): one.pk for one in requests if one.state == RequestState.ASKED}
    open_ = Task.objects.filter(kind=ANSWER.code, about_id__in=waiting, done_at__isnull=True)
    return {waiting[about]: due_at for about, due_at in open_.values_list("about_id", "due_at")}


def declared(one: Declared, by: Doer, at: datetime) -> None:
    to = f"authority:{one.authority_id}:training-plan"
    tasks.ask(CERTIFICATE.code, about=one, to=to, by=by, at=at)


def declaration_answered(one: Declared, by: Doer, at: datetime) -> None:
    tasks.done(CERTIFICATE.code, about=one, by=by, at=at)


def induct(term: Term, by: Doer, at: datetime) -> None:
    """A task of the team as long as somebody has not had the induction of a term that runs."""
    day = clock.uk_date(at)
    waits = term.until_on >= day and any(one.done_on is None for one in inductions.of(term, day))
    if waits or not term.councillors.exists():
        last = term.elected_on + timedelta(days=term.due_days)
        due_at = datetime.combine(last, time(23, 59), clock.UK)
        to = f"authority:{term.authority_id}:training-plan"
        tasks.ask(INDUCT.code, about=term, to=to, by=by, at=at, due_at=due_at)
    else:
        tasks.done(INDUCT.code, about=term, by=by, at=at)

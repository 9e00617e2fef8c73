"""What waits for whom in training, and until when."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from waymark.foundation import tasks
from waymark.foundation.accounts.models import User
from waymark.foundation.ledger.deeds import Doer
from waymark.foundation.tasks import ClockDefault, Kind, Unit

from .models import TrainingRequest

LOCAL = "Set locally; no national period is published"
ANSWER = Kind(
    "training.answer-request", _("Answer a request for training"), "training:request", "training.answer"
)
REMIND, LATER = "training.reminder", "training.later-words"
CLOCKS = (
    ClockDefault("training.answer", _("Answering a request for training"), 5, Unit.WORKING_DAYS, LOCAL),
    ClockDefault(REMIND, _("Reminding people of training, before it begins"), 3, Unit.DAYS, LOCAL),
)


def declare_tasks() -> None:
    """Called in AppConfig.ready."""
    tasks.declare_clock(*CLOCKS)
    tasks.declare(ANSWER)


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

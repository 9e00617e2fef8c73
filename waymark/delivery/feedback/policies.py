"""Who may do what about feedback. Questions are made by those who plan training, words set aside by those who teach."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from waymark.delivery.training import policies as training
from waymark.delivery.training.models import Session
from waymark.delivery.training.permissions import Permission as Training
from waymark.delivery.training.states import SessionState
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.decisions import Decision, allow, refuse

from .models import Remark

IS_SET_ASIDE = _("These words are set aside already.")


def ask(actor: Actor, session: Session) -> Decision:
    """Ask the people of a session now, and get the link for the room."""
    held = training.teaches(actor, session)
    return refuse(_("Say who came first.")) if held and session.state != SessionState.HELD else held


def set_aside(actor: Actor, remark: Remark) -> Decision:
    if not actor.may(Training.TEACH) or not actor.holds(f"authority:{remark.authority_id}:training"):
        return refuse(training.NO_RIGHT)
    return refuse(IS_SET_ASIDE) if remark.set_aside_at is not None else allow()

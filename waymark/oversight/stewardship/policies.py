"""Who may do what with a request to see one’s own data, now. The person-rule stands first, the thing-rule after it."""

from __future__ import annotations

from uuid import UUID

from django.db import connection
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.decisions import Decision, allow, refuse

from .models import Asker, ChildView, Item, Request
from .permissions import Permission
from .states import REQUESTS, RequestState

NO_RIGHT = _("Your role does not allow this.")
NOT_NOW = _("This is not possible as the request stands now.")
OVER = _("This request has its answer, and is not changed any more.")
PREPARED = _("You prepared some of this. Somebody else has to release it.")
UNDECIDED = _("Some items are not decided yet. Nothing goes out before each of them is.")
GATHERING = _("Gather what is held first, and wait until that is done.")
NO_IDENTITY = _("Nobody has written down yet that proof of identity was seen.")
CHILD = _("Ask the child first, as far as they can understand it, and write down what they say.")
DISPUTED = _("Somebody does not agree that this is given. Write down first what was decided about that.")
INTEREST = _("You declared an interest in a record of this. Somebody else has to release it.")
NOT_GATHERED = _("Only whoever gathered this decides about it.")
ENDED = (RequestState.RELEASED, RequestState.CLOSED)


def _holds(actor: Actor, permission: Permission, authority_id: int, what: str) -> Decision:
    held = actor.may(permission) and actor.holds(f"authority:{authority_id}:{what}")
    return allow() if held else refuse(NO_RIGHT)


def records(actor: Actor, authority_id: int) -> Decision:
    return _holds(actor, Permission.RECORD, authority_id, "subject-access")


def change(actor: Actor, request: Request) -> Decision:
    """Write down what is known of the request: identity, the child’s view, a dispute, more time."""
    held = records(actor, request.authority_id)
    return refuse(OVER) if held and request.state in ENDED else held


def close(actor: Actor, request: Request) -> Decision:
    return _move(records(actor, request.authority_id), request, "close")


def gather(actor: Actor, request: Request) -> Decision:
    held = _holds(actor, Permission.PREPARE, request.authority_id, "subject-access")
    if held and request.state not in (RequestState.RECEIVED, RequestState.IN_WORK):
        return refuse(NOT_NOW)
    return held


def decide(actor: Actor, item: Item) -> Decision:
    held = _holds(actor, Permission.PREPARE, item.authority_id, "subject-access")
    if held and actor.user_id not in item.gathered_by:
        return refuse(NOT_GATHERED)
    return refuse(NOT_NOW) if held and item.request.state != RequestState.IN_WORK else held


def ask(actor: Actor, request: Request) -> Decision:
    """Ask the second person to release it."""
    held = _move(_holds(actor, Permission.PREPARE, request.authority_id, "subject-access"), request, "ask")
    return _whole(request) if held else held


def send_back(actor: Actor, request: Request) -> Decision:
    held = _holds(actor, Permission.RELEASE, request.authority_id, "subject-release")
    return _move(held, request, "send-back")


def release(actor: Actor, request: Request) -> Decision:
    held = _holds(actor, Permission.RELEASE, request.authority_id, "subject-release")
    held = _move(held, request, "release")
    if not held:
        return held
    if _asked("prepared_by(%s, %s)", request.pk, actor.user_id):
        return refuse(PREPARED)
    if _asked("kept_in_part(%s)", request.pk):
        return refuse(INTEREST)
    return _whole(request)


def hand_over(actor: Actor, request: Request) -> Decision:
    held = _holds(actor, Permission.RELEASE, request.authority_id, "subject-release")
    return refuse(NOT_NOW) if held and request.state != RequestState.RELEASED else held


def _whole(request: Request) -> Decision:
    if _asked("in_the_making(%s)", request.pk):
        return refuse(GATHERING)
    if _asked("undecided(%s)", request.pk):
        return refuse(UNDECIDED)
    if request.identity_seen_on is None:
        return refuse(NO_IDENTITY)
    if request.asker == Asker.PARENT and request.child_view in ("", ChildView.NOT_ASKED):
        return refuse(CHILD)
    unsettled = not request.dispute_settled
    child_objects = request.asker == Asker.PARENT and request.child_view == ChildView.OBJECTS
    return refuse(DISPUTED) if unsettled and (request.disputed or child_objects) else allow()


def _move(held: Decision, request: Request, name: str) -> Decision:
    possible = any(move.name == name for move in REQUESTS.open_to(request.state))
    return refuse(NOT_NOW) if held and not possible else held


def _asked(function: str, *given: UUID | None) -> bool:
    """Of every item, whoever asks: the database counts those too that the actor may not see."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT stewardship.{function}", given)
        return bool(cursor.fetchone()[0])

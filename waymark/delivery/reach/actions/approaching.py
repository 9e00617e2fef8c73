"""Places are written to, and what was said on the telephone is noted. Each is a row that stays."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID, uuid4

from django.db import connection
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from waymark.delivery.reach import approaches, messages, policies
from waymark.delivery.reach.approaches import MOST, Addressed
from waymark.delivery.reach.models import WRITTEN, Approach, How, Outcome
from waymark.delivery.reach.periods import again_since
from waymark.foundation import outbox
from waymark.foundation.access.actors import Actor
from waymark.foundation.directory.models import Place, where
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import Incomplete, Refusal
from waymark.foundation.ledger.deeds import deed
from waymark.foundation.places.models import Authority

TICK = _("Some of them were written to or called lately, or said no. Tick that they are to get this too.")
NOBODY = _("Choose at least one place in the list.")


@deed("reach.write")
def write(
    *, by: Actor, at: datetime, authority_id: int, keys: Sequence[str], how: str, again: bool
) -> tuple[Authority, UUID]:
    """A letter or an e-mail to each of the places; nothing when one of them cannot have it. Answers the batch."""
    policies.approach(by, authority_id).require()
    if len(set(keys)) > MOST:
        raise Refusal(_("Choose fewer places: a set has at most %(most)s.") % {"most": MOST})
    # One at a time: two people who write to the same place at once would both find that nobody has.
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('reach.write'), %s)", [authority_id])
    found = approaches.addressed(by, authority_id, keys, again_since(authority_id, clock.uk_date(at)))
    if not found or len(found) < len(set(keys)):
        raise Refusal(NOBODY)
    if any(one.wants_a_tick for one in found) and not again:
        raise Incomplete(TICK, field="again")
    if how == How.EMAIL:
        _have_addresses(found)
    batch = uuid4()
    for one in found:
        _note(by, at, authority_id, one.place, how, Outcome.SENT, batch=batch)
        if how == How.EMAIL:
            _send(one, batch, authority_id, at)
    return Authority.objects.get(pk=authority_id), batch


def _have_addresses(found: Sequence[Addressed]) -> None:
    without = [str(one.place) for one in found if not one.email]
    if without:
        words = ngettext(
            "There is no email address for %(names)s. Make letters, or add a contact in the directory.",
            "There are no email addresses for %(names)s. Make letters, or add contacts in the directory.",
            len(without),
        )
        raise Refusal(words % {"names": ", ".join(without)}, field="how")


def _send(one: Addressed, batch: UUID, authority_id: int, at: datetime) -> None:
    outbox.post(
        messages.INVITE, to=one.email, key=f"{messages.INVITE}:{batch}:{one.key}",
        link=reverse("training:visitor"), authority_id=authority_id, at=at,
    )  # fmt: skip


@deed("reach.note")
def note(
    *, by: Actor, at: datetime, authority_id: int, place: Place, how: str, outcome: str, reason: str = ""
) -> Approach:
    """What came of a call, a visit, or of their own word."""
    policies.approach(by, authority_id).require()
    if how in WRITTEN or outcome == Outcome.SENT:
        raise Refusal(_("Letters and emails are noted when they are made."), field="how")
    if outcome == Outcome.NO and not reason:
        raise Incomplete(_("Say why they do not want training."), field="reason")
    return _note(by, at, authority_id, place, how, outcome, reason=reason)


def _note(
    by: Actor, at: datetime, authority_id: int, place: Place, how: str, outcome: str, *, reason: str = "",
    batch: UUID | None = None,
) -> Approach:  # fmt: skip
    return Approach.objects.create(
        authority_id=authority_id, grants=Approach.granted(authority_id), how=how, outcome=outcome, reason=reason,
        batch=batch, made_at=at, made_by_id=by.user_id, **where(place),
    )  # fmt: skip

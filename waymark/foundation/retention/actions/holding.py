"""Legal holds: a record that a court or an inquiry needs is not erased, whatever is due, until the hold is ended."""

from __future__ import annotations

from datetime import date, datetime

from django.db import DatabaseError, IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access import context
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.loading import lock
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import Incomplete, NotNow, Refusal
from waymark.foundation.ledger.deeds import deed
from waymark.foundation.retention import lives, policies
from waymark.foundation.retention.models import Hold, Life
from waymark.foundation.retention.periods import months

from .erasing import detail_of

LONGEST = months(12)
NO_RECORD = _("There is no record with this reference. Check it and type it again.")
GONE = _("This record has been erased already.")


@deed("retention.hold")
def place(
    *, by: Actor, at: datetime, authority_id: int, reference: str, reason: str, review_on: date
) -> Hold:
    """From this moment nothing of the record goes. Refusal at its field when it cannot be placed.

    Whoever places it need not be able to open the record: the reference alone names it.
    """
    policies.hold(by, authority_id).require()
    if not reason:
        raise Incomplete(_("Say why the record has to be kept."), field="reason")
    today = clock.uk_date(at)
    if not today < review_on <= LONGEST.after(today):
        raise Refusal(_("The day must be in the future, and within 12 months of today."), field="review_on")
    life, named = _life_of(authority_id, reference)
    hold = Hold(
        authority_id=authority_id,
        grants=[f"authority:{authority_id}:retention", f"system:{authority_id}"],
        life_key=life.pk,
        kind=life.kind,
        reference=named,
        reason=reason,
        placed_by_id=by.user_id,
        placed_on=today,
        review_on=review_on,
    )
    try:
        with transaction.atomic():
            hold.save(force_insert=True)
    except IntegrityError as twice:
        raise Refusal(_("This record is under a hold already."), field="reference") from twice
    except DatabaseError as refused:
        if detail_of(refused) == "gone":
            raise NotNow(GONE, field="reference") from refused
        raise
    return hold


@deed("retention.end-hold")
def end(*, by: Actor, at: datetime, hold: Hold, version: int, because: str) -> Hold:
    """The hold is over. What is due is erased after it in the ordinary way."""
    hold = lock(hold, version)
    policies.hold(by, hold.authority_id).require()
    if hold.ended_on is not None:
        raise NotNow(_("This hold has been ended already."))
    if not because:
        raise Incomplete(_("Say why the hold ends."), field="because")
    hold.ended_on, hold.ended_by_id, hold.ended_because = clock.uk_date(at), by.user_id, because
    hold.save_next("ended_on", "ended_by", "ended_because")
    return hold


def _life_of(authority_id: int, reference: str) -> tuple[Life, str]:
    with context.lent(authority_id):
        for lived in lives.LIVES.values():
            key = lived.find(reference) if lived.find else None
            life = (
                key and Life.objects.filter(kind=lived.kind, record_id=key, authority_id=authority_id).first()
            )
            if life:
                return life, lived.name_of(life.record_id)
    raise Refusal(NO_RECORD, field="reference")

"""What an authority adds of its own: notes on any place, and organisations that no register knows."""

from __future__ import annotations

from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.loading import lock
from waymark.foundation.directory import policies
from waymark.foundation.directory.models import Note, Place, where
from waymark.foundation.kernel.refusals import Refusal, Stale
from waymark.foundation.ledger.deeds import deed
from waymark.foundation.places.models import Organisation, Ward


@deed("directory.write-note")
def write_note(*, by: Actor, at: datetime, place: Place, authority_id: int, version: int, words: str) -> Note:
    """`version` is 0 for the first one. Stale when somebody else wrote meanwhile."""
    policies.keep(by, authority_id).require()
    held = Note.objects.filter(authority_id=authority_id, **where(place)).first()
    if held is None:
        grants = Note.granted(authority_id)
        return Note.objects.create(authority_id=authority_id, grants=grants, words=words, **where(place))
    if not version:
        raise Stale
    held = lock(held, version)
    held.words = words
    held.save_next("words")
    return held


@deed("directory.add-organisation")
def add_organisation(
    *, by: Actor, at: datetime, authority_id: int, kind: str, name: str, ward: Ward | None = None,
    contact_email: str = "", contact_phone: str = "",
) -> Organisation:  # fmt: skip
    """Refusal for a name that is there."""
    policies.keep(by, authority_id).require()
    there = Organisation.objects.filter(authority_id=authority_id, name__iexact=name)
    if there.exists():
        raise Refusal(_("An organisation of this name is there already."), field="name")
    return Organisation.objects.create(
        authority_id=authority_id, kind=kind, name=name, ward=ward, contact_email=contact_email,
        contact_phone=contact_phone,
    )  # fmt: skip


@deed("directory.end-organisation")
def end_organisation(*, by: Actor, at: datetime, organisation: Organisation, until_on: date) -> Organisation:
    """It is closed, or the authority works with it no more. What was done with it stays."""
    held = Organisation.objects.select_for_update().get(pk=organisation.pk)
    policies.end_organisation(by, held).require()
    if held.valid_from is not None and until_on < held.valid_from:
        raise Refusal(_("The last day must not be before the first day."), field="until_on")
    held.valid_until = until_on
    held.save(update_fields=["valid_until"])
    return held

"""One person asks; another agrees, and it is gone in the same moment; or does not, and says why."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import connection, transaction
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.loading import lock
from waymark.foundation.access.models import token
from waymark.foundation.kernel.refusals import Incomplete, NotNow, Refusal
from waymark.foundation.kernel.sentences import is_sentence
from waymark.foundation.ledger.deeds import deed
from waymark.oversight.purging import files, places, policies, worklist
from waymark.oversight.purging.models import Purge

SENTENCE = _("Write a whole sentence, and nothing of what the item says.")
NOTHING = _("Choose what has to go.")
GONE = _("Something that you chose is not there any more. Look at the list again.")
ALSO = _("The same words stand in another place too. Choose that as well: %(places)s")
MIXED = _("These items belong to more than one authority. Ask for each by itself.")


@deed("purging.ask")
def ask(*, by: Actor, at: datetime, reference: str, items: Sequence[str], ground: str, why: str) -> Purge:
    """`items` are codes of places that whoever asks may see. Refusal, at its field, for what is missing or left out."""
    every = places.of(by, reference)
    chosen = [place for place in every if place.code in set(items)]
    if not chosen:
        raise Incomplete(NOTHING, field="items")
    if len(chosen) != len(set(items)):
        raise NotNow(GONE, field="items")
    if len({place.authority_id for place in chosen}) > 1:
        raise Refusal(MIXED, field="items")
    if not is_sentence(why):
        raise Incomplete(SENTENCE, field="why")
    if also := places.copies(chosen, every):
        raise Refusal(ALSO % {"places": "; ".join(place.called for place in also)}, field="items")
    authority_id = chosen[0].authority_id
    policies.ask(by, authority_id).require()
    # Whoever declared an interest in the record hears nothing of it: the row carries its token.
    tokens = sorted({token(place.record_id) for place in chosen})
    purge = Purge.objects.create(
        authority_id=authority_id,
        grants=[f"user:{by.user_id}", f"authority:{authority_id}:purge", f"system:{authority_id}", *tokens],
        about=reference.strip().upper(), ground=ground, why=why, items=[place.kept() for place in chosen],
        asked_by_id=by.user_id, asked_at=at,
    )  # fmt: skip
    worklist.waits(purge, by, at)
    return purge


@deed("purging.agree")
def agree(*, by: Actor, at: datetime, purge: Purge, version: int) -> Purge:
    """The second person agrees, and the database takes it out: words, copies, files."""
    purge = _decide(purge, version, by, at, agreed=True)
    with connection.cursor() as cursor:
        cursor.execute("SELECT purging.take_out(%s)", [purge.pk])
    gone = [item["id"] for item in purge.items if item["relation"] == files.TABLE]
    transaction.on_commit(lambda: files.remove(gone, purge.authority_id))
    purge.refresh_from_db()
    return purge


@deed("purging.refuse")
def refuse(*, by: Actor, at: datetime, purge: Purge, version: int, because: str) -> Purge:
    """The second person does not agree. Nothing goes."""
    if not because:
        raise Incomplete(_("Say why it stays."), field="because")
    return _decide(purge, version, by, at, agreed=False, because=because)


def _decide(purge: Purge, version: int, by: Actor, at: datetime, *, agreed: bool, because: str = "") -> Purge:
    purge = lock(purge, version)
    policies.decide(by, purge).require()
    purge.agreed, purge.decided_by_id, purge.decided_at, purge.refused_because = (
        agreed,
        by.user_id,
        at,
        because,
    )
    purge.save_next("agreed", "decided_by", "decided_at", "refused_because")
    worklist.decided(purge, by, at)
    return purge

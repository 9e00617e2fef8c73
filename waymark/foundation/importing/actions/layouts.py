"""How the columns of a list were matched is kept for the next list of the kind with the same headings."""

from __future__ import annotations

from datetime import datetime

from django.utils.crypto import salted_hmac

from waymark.foundation.access.actors import Actor
from waymark.foundation.importing import kinds
from waymark.foundation.importing.models import Import, Layout
from waymark.foundation.kernel.text import fold


def remember(by: Actor, at: datetime, held: Import) -> None:
    """For whoever sends the next one, and shares the work. What was said of every row of this list is not kept."""
    of = {"authority_id": held.authority_id, "kind": held.kind, "headings": _headings(held)}
    places = {code: place for code, place in held.matching.items() if isinstance(place, int)}
    before = Layout.objects.visible_to(by).select_for_update().filter(**of).first()
    if before is None:
        team = kinds.find(held.kind).team
        grants = [f"authority:{held.authority_id}:{team}", f"system:{held.authority_id}"]
        made = Layout(**of, grants=grants, matching=places, used_at=at)
        Layout.objects.bulk_create([made], ignore_conflicts=True)
    else:
        before.matching, before.used_at = places, at
        before.save_next("matching", "used_at")


def recall(actor: Actor, held: Import) -> Layout | None:
    """How such a list was matched the last time; None when there was none."""
    found = Layout.objects.visible_to(actor).filter(kind=held.kind, authority=held.authority_id)
    return found.filter(headings=_headings(held)).first()


def _headings(held: Import) -> str:
    """By this the same headings are known again. The first row of a list may be a person: no name is kept."""
    said = "\x1f".join(fold(heading) for heading in held.table["columns"])
    return salted_hmac("importing.layout", said, algorithm="sha256").hexdigest()

"""How many places are free for whom, while some are kept for others."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from waymark.foundation.places.models import Institution, Organisation

from .models import KeptPlaces, Session


def standing(session: Session, day: date) -> list[KeptPlaces]:
    """Those that are kept still on a day. One query, unless they were fetched with the session."""
    held = []
    for one in session.kept.all():
        one.session = session
        if one.released_at is None and day < one.until:
            held.append(one)
    return held


def matching(
    kept: Iterable[KeptPlaces], institution_id: int | None, organisation_id: int | None
) -> KeptPlaces | None:
    """Those that are for people who work there: kept for that very place first, then for its phase or kind."""
    institution = Institution.objects.filter(pk=institution_id).first() if institution_id else None
    organisation = Organisation.objects.filter(pk=organisation_id).first() if organisation_id else None
    held = [one for one in kept if one.is_for(institution, organisation)]
    held.sort(key=lambda one: not (one.institution_id or one.organisation_id))
    return held[0] if held else None


def room(session: Session, kept: Iterable[KeptPlaces], mine: KeptPlaces | None = None) -> int:
    """How many places are free for people of whom `mine` are kept (None: for everybody). Never less than none."""
    others = sum(one.left for one in kept if mine is None or one.pk != mine.pk)
    return max(0, session.free - others)

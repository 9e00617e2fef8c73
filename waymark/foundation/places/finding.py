"""Institutions by what somebody types: part of a name, a URN, a postcode."""

from __future__ import annotations

import re
from typing import Any

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db.models import Q, QuerySet

from waymark.foundation.kernel.text import fold

from .models import Authority, Institution

POSTCODE = re.compile(r"^[a-z]{1,2}\d[a-z\d]?( ?\d([a-z]{2})?)?$", re.IGNORECASE)
ALIKE = 0.6


def matching(institutions: QuerySet[Any], text: str) -> QuerySet[Any]:
    """Those of `institutions` (or organisations) whose name holds every word of `text`, or whose URN or postcode begins
    with it."""
    folded = fold(text)
    if not folded:
        return institutions.none() if text.strip() else institutions
    every = Q()
    for word in folded.split():
        every &= Q(name_folded__contains=word)
    if institutions.model is not Institution:
        return institutions.filter(every)
    bare = text.strip()
    if bare.isascii() and bare.isdigit():
        every |= Q(urn__startswith=bare.lstrip("0") or "0")
    if POSTCODE.match(bare):
        every |= Q(postcode__startswith=_postcode(bare))
    return institutions.filter(every)


def spelt_alike(institutions: QuerySet[Any], text: str) -> QuerySet[Any]:
    """Those whose name is spelt like `text`, or holds something that is. `name_folded` has an index for it."""
    folded = fold(text)
    return institutions.filter(name_folded__trigram_word_similar=folded) if folded else institutions.none()


def institutions_matching(
    text: str, authority: Authority | None = None, limit: int = 20
) -> list[Institution]:
    """For a picker: at most `limit` institutions that are not closed, those of `authority` first, then by name.

    Names that are only spelt alike come when nothing holds the words as typed. Empty text finds nothing. At most two
    queries.
    """
    if not fold(text):
        return []
    living = Institution.objects.exclude(status=Institution.Status.CLOSED).select_related("authority")
    found = _first(matching(living, text), authority, limit)
    if not found:
        alike = living.annotate(alike=TrigramWordSimilarity(fold(text), "name_folded")).filter(
            alike__gte=ALIKE
        )
        found = list(alike.order_by("-alike", "name", "pk")[:limit])
    return found


def _first(found: QuerySet[Institution], authority: Authority | None, limit: int) -> list[Institution]:
    if authority is None:
        return list(found.order_by("name", "pk")[:limit])
    own = list(found.filter(authority=authority).order_by("name", "pk")[:limit])
    others = found.exclude(pk__in=[one.pk for one in own]).order_by("name", "pk")
    return own + list(others[: limit - len(own)]) if len(own) < limit else own


def _postcode(text: str) -> str:
    """As registers write it: `ec2y8bb` is EC2Y 8BB; a beginning stays one."""
    bare = text.replace(" ", "").upper()
    whole = re.fullmatch(r"([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})", bare)
    return f"{whole[1]} {whole[2]}" if whole else " ".join(text.upper().split())

"""Finding the school a referrer means, by part of its name."""

from __future__ import annotations

from waymark.foundation.kernel.text import fold
from waymark.foundation.places.finding import institutions_matching
from waymark.foundation.places.models import Institution

MOST = 15


def matching(text: str) -> list[Institution]:
    """Up to 15 institutions that are not closed; none for fewer than three letters. At most two queries."""
    return institutions_matching(text, limit=MOST) if len(fold(text).replace(" ", "")) >= 3 else []


def in_words(institution: Institution) -> str:
    """The name with what tells it from others of the same name."""
    return ", ".join(part for part in (institution.name, institution.town, institution.postcode) if part)

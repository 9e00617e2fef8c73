"""*Seen before?* The search itself is in the database (sql/seen_before.sql); here its codes become words."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db import connection
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

REASONS = {
    "same_name": _("same name"),
    "parts_swapped": _("same names in another order"),
    "spaces_differ": _("same name, written with other spaces or hyphens"),
    "known_spelling": _("a known other way of writing the name"),
    "forename_known_spelling": _("a known other way of writing the forename"),
    "surname_known_spelling": _("a known other way of writing the surname"),
    "short_form": _("a short or familiar form of the name"),
    "forename_short_form": _("a short or familiar form of the forename"),
    "surname_short_form": _("a shorter form of the surname"),
    "one_letter": _("the name differs by one letter"),
    "forename_one_letter": _("the forename differs by one letter"),
    "surname_one_letter": _("the surname differs by one letter"),
    "two_letters": _("the name differs by two letters"),
    "forename_two_letters": _("the forename differs by two letters"),
    "surname_two_letters": _("the surname differs by two letters"),
    "letters_moved": _("the name has the same letters in another order"),
    "forename_letters_moved": _("the forename has the same letters in another order"),
    "surname_letters_moved": _("the surname has the same letters in another order"),
    "initial": _("an initial fits the name"),
    "forename_initial": _("an initial fits the forename"),
    "surname_initial": _("an initial fits the surname"),
    "sounds_alike": _("the name sounds alike"),
    "forename_sounds_alike": _("the forename sounds alike"),
    "surname_sounds_alike": _("the surname sounds alike"),
    "part_of_name": _("part of the name is the same"),
    "part_close": _("part of the name is nearly the same"),
    "name_close": _("the name is written in a similar way"),
    "forename_name_close": _("the forename is written in a similar way"),
    "surname_name_close": _("the surname is written in a similar way"),
    "one_part_same": _("one of the names fits, the rest differs"),
    "name_missing": _("one of the records has no name"),
    "name_differs": _("another name"),
    "same_birth_date": _("same birth date"),
    "day_month_swapped": _("birth date with day and month swapped"),
    "birth_one_digit": _("birth date differs by one digit"),
    "same_birth_month": _("same month and year of birth"),
    "birth_month_differs": _("same day and year of birth, another month"),
    "birth_year_differs": _("same day and month of birth, another year"),
    "same_birth_year": _("same year of birth"),
    "birth_near": _("birth dates about a year apart or less"),
    "birth_ten_years": _("birth dates ten years apart or less"),
    "birth_missing": _("a birth date is missing"),
    "birth_differs": _("another birth date"),
    "same_postcode": _("same postcode"),
    "postcode_close": _("a postcode written nearly alike"),
    "same_institution": _("same school, college or workplace"),
}


@dataclass(frozen=True)
class Candidate:
    """A possible earlier record: its key, and the codes of why."""

    person_id: UUID
    reasons: tuple[str, ...]


def possible_matches(person_id: UUID) -> list[Candidate]:
    """At most five possible earlier records of a person in the same authority, seen or not by whoever asks."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT candidate, reasons FROM gate.possible_matches(%s)", [person_id])
        return [Candidate(candidate, tuple(reasons)) for candidate, reasons in cursor.fetchall()]


def in_words(reasons: list[str] | tuple[str, ...]) -> str:
    """The reasons as one sentence part: “same birth date; the name differs by one letter”."""
    known = [REASONS[code] for code in reasons if code in REASONS]
    return str(format_lazy("; ".join("{}" for _each in known), *known))

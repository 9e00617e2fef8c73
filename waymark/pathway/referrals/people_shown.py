"""The person and what was said, for the page of a referral: rows of the people part and of the form."""

from __future__ import annotations

from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from waymark.pathway.people import seen_before

from . import earlier
from .models import Referral
from .presenters import day


def person(referral: Referral) -> list[dict[str, Any]]:
    """Names in every spelling, birth date or age, language. One query."""
    somebody = referral.person
    names = list(somebody.names.order_by("-is_main", "recorded_at"))
    born = _born(referral)
    rows = [
        *((name.get_kind_display(), name.full_name) for name in names),
        (_("Born"), born),
        (_("Gender"), somebody.gender),
        (_("Language"), somebody.language),
        (_("Needs an interpreter"), {True: _("Yes"), False: _("No"), None: ""}[somebody.needs_interpreter]),
    ]
    return [{"key": {"text": key}, "value": {"text": value}} for key, value in rows if value]


def person_url(referral: Referral) -> str:
    return _address("people:person", referral.person.reference)


def matches(referral: Referral) -> list[dict[str, Any]]:
    """Possible earlier records nobody has answered yet, each with its reasons in words."""
    return [
        {
            "text": _("Possible match: %(reasons)s") % {"reasons": seen_before.in_words(match.reasons)},
            "href": _address("people:match", match.pk),
        }
        for match in earlier.unanswered(referral)
    ]


def said(referral: Referral) -> list[dict[str, Any]]:
    """What was sent, with the questions it was asked."""
    return []


def _born(referral: Referral) -> str:
    somebody = referral.person
    if somebody.born_on is None:
        if somebody.approximate_age is None:
            return ""
        return _("About %(age)d years old on %(day)s") % {
            "age": somebody.approximate_age,
            "day": day(somebody.age_noted_on),
        }
    shown = {"day": day(somebody.born_on), "month": f"{somebody.born_on:%m/%Y}", "year": f"{somebody.born_on:%Y}"}
    return shown.get(somebody.born_precision, "")


def _address(name: str, key: Any) -> str:
    try:
        return reverse(name, args=[key])
    except NoReverseMatch:
        return ""

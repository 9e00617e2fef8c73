"""The person and what was said, for the page of a referral: rows of the people part and of the form."""

from __future__ import annotations

from typing import Any

from django.db import connection
from django.urls import reverse
from django.utils.translation import gettext as _

from waymark.foundation.kernel.kept_sql import Belonging
from waymark.pathway.concerns.form import reading, versions
from waymark.pathway.people import seen_before
from waymark.pathway.people.models import Match, Person, PersonName
from waymark.pathway.people.presenters import birth, gender

from . import earlier
from .models import Referral

_NAMES = Belonging(PersonName, "person", order=("-is_main", "recorded_at"))


def person(referral: Referral) -> list[dict[str, Any]]:
    """Names in every spelling, birth date or age, language. One query."""
    somebody = referral.person
    names = _NAMES(somebody)
    rows = [
        *((name.get_kind_display(), name.full_name) for name in names),
        (_("Born"), birth(somebody)),
        (_("Gender"), gender(somebody)),
        (_("Language"), somebody.language),
        (_("Needs an interpreter"), {True: _("Yes"), False: _("No"), None: ""}[somebody.needs_interpreter]),
    ]
    return [{"key": {"text": key}, "value": {"text": value}} for key, value in rows if value]


def person_url(referral: Referral) -> str:
    return reverse("people:person", args=[referral.person.reference])


def referral_links(person: Person) -> list[dict[str, Any]]:
    """The referrals of a person that whoever looks may open, newest first. One query."""
    found = (
        Referral.objects.filter(person=person).order_by("-received_at").values_list("reference", flat=True)
    )
    return [
        {
            "text": _("Referral %(reference)s") % {"reference": reference},
            "href": reverse("referrals:triage-record", args=[reference]),
        }
        for reference in found
    ]


def sealed_links(match: Match) -> list[dict[str, Any]]:
    """Where to open, under break-glass, the referrals of an earlier record that the reader does not see. One query."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT reference FROM gate.sealed_behind(%s)", [match.pk])
        return [
            {
                "text": _("Open %(reference)s under break-glass") % {"reference": reference},
                "href": reverse("glass:open", args=[reference]),
            }
            for (reference,) in cursor.fetchall()
        ]


def matches(referral: Referral) -> list[dict[str, Any]]:
    """Possible earlier records nobody has answered yet, each with its reasons in words."""
    return [
        {
            "text": _("Possible match: %(reasons)s") % {"reasons": seen_before.in_words(match.reasons)},
            "href": reverse("people:answer-match", args=[referral.person.reference, match.pk]),
        }
        for match in earlier.unanswered(referral)
    ]


def said(referral: Referral) -> list[dict[str, Any]]:
    """What was sent, with the questions of the version of the form it was asked with."""
    submission = referral.submission
    return [
        {
            "title": section.title,
            "rows": [{"key": {"text": row.label}, "value": {"text": row.text}} for row in section.rows],
        }
        for section in reading.sections(versions.of(submission.form_version), submission.answers)
    ]

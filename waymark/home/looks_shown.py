"""Looks at records in words; and what home declares about them when the server starts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Model
from django.http import HttpRequest
from django.urls import reverse
from django.utils import formats
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from waymark.foundation.accounts.models import User
from waymark.foundation.interface.moments import moment, on_weekday
from waymark.foundation.interface.tables import Column, Table
from waymark.foundation.kernel import clock
from waymark.foundation.ledger import reads
from waymark.foundation.ledger.models import Read
from waymark.foundation.places.models import Organisation

from . import facts
from .ledger_kinds import KINDS as KINDS_IN_WORDS
from .ledger_shown import purpose, short
from .models import ReviewLine
from .permissions import Permission

KINDS = {"referral": facts.REFERRAL, "person": facts.PERSON}
KIND_NAMES = {facts.REFERRAL: _("Referral"), facts.PERSON: _("Person")}
PAGES = {facts.REFERRAL: "referrals:triage-record", facts.PERSON: "people:person"}
SENTENCES = {
    facts.CASELOAD: _("Not in the reader’s caseload: they do not lead it and have done no work on it."),
    facts.SURNAME: _("The person has the reader’s surname."),
    facts.OWN_NAME: _("The person has the reader’s own full name."),
    facts.POSTCODE: _("The person lives, or lived, in the postcode area where the reader lives."),
    facts.ORGANISATION: _("The person is a pupil of an organisation that the reader works for."),
}


def links(request: HttpRequest, record: Model) -> list[dict[str, Any]]:
    """On the page of a referral or a person: who looked at it, for those who may ask."""
    kind = next((word for word, label in KINDS.items() if label == record._meta.label_lower), "")
    if not kind or not request.actor.may(Permission.SEE_LOOKS):  # type: ignore[attr-defined]
        return []
    return [
        {
            "text": _("Who looked at this record"),
            "href": reverse("home:looks-at-record", args=[kind, record.pk]),
        }
    ]


def page_of(record: Any) -> str:
    """The page of a referral or a person."""
    return reverse(PAGES[record._meta.label_lower], args=[record.reference])


def record_in_words(kind: str, key: object, reference: str = "") -> str:
    """Referral R-7K2M9-QXD4C; without the reference the end of the record’s number, as in the ledger."""
    return f"{KIND_NAMES.get(kind) or KINDS_IN_WORDS.get(kind, kind)} {reference or short(str(key))}"


def who_table(rows: Iterable[Read], caption: str) -> Table:
    """When, who, for whom, why and on which page: of one record. Two queries."""
    rows = list(rows)
    names = _names(row.actor for row in rows)
    places = _organisations(row.organisation for row in rows)
    return Table(
        caption,
        [
            Column(_("When"), lambda row: moment(row.at)),
            Column(_("Who"), lambda row: names.get(row.actor, row.actor)),
            Column(_("For"), lambda row: places.get(row.organisation, "–")),
            Column(_("Purpose"), purpose),
            Column(_("Page"), lambda row: reads.page_in_words(row.page)),
        ],
        rows,
        empty=_("Nobody has looked at this record yet."),
        caption_size="s",
    )


def what_table(rows: Iterable[Read]) -> Table:
    """What one account looked at: keys of records only."""
    return Table(
        _("Records that were opened, newest first"),
        [
            Column(_("When"), lambda row: moment(row.at)),
            Column(
                _("Record"),
                lambda row: record_in_words(row.about_kind, row.about_id),
            ),
            Column(_("Page"), lambda row: reads.page_in_words(row.page)),
            Column(_("Purpose"), purpose),
        ],
        rows,
        empty=_("This account has not looked at any record of your authority."),
        caption_size="s",
    )


def line(row: ReviewLine) -> dict[str, Any]:
    """One line of the weekly list: whose looks, at what, how often, and the facts as sentences."""
    many = facts.MANY in row.facts
    what = (
        gettext("Many records on one day")
        if many
        else record_in_words(row.about_kind, row.about_id, row.reference)
    )
    said = [str(SENTENCES[fact]) for fact in row.facts if fact in SENTENCES]
    if facts.HOURS in row.facts and row.odd_at:
        said.append(gettext("Opened on %(when)s.") % {"when": on_weekday(row.odd_at)})
    if many:
        day = formats.date_format(row.first_at.astimezone(clock.UK), "l j F Y")
        said.append(
            gettext("Opened %(number)s different records on %(day)s.") % {"number": row.times, "day": day}
        )
    return {
        "pk": row.pk,
        "reader": row.reader.full_name,
        "reader_id": row.reader_id,
        "what": what,
        "times": "" if many else row.times,
        "first": moment(row.first_at),
        "last": moment(row.last_at),
        "facts": said,
        "is_open": row.is_open,
        "answer": row.get_answer_display() if row.answer else "",
        "answers": [
            {
                "text": a.get_answer_display(),
                "note": a.note,
                "by": a.answered_by.full_name,
                "at": moment(a.answered_at),
            }
            for a in sorted(row.answers.all(), key=lambda a: a.answered_at)
        ],
    }


def _names(actors: Iterable[str]) -> dict[str, str]:
    keys = {actor.removeprefix("user:") for actor in actors if actor.startswith("user:")}
    return {f"user:{user.pk}": user.full_name for user in User.objects.filter(pk__in=keys)}


def _organisations(keys: Iterable[str]) -> dict[str, str]:
    found = Organisation.objects.filter(pk__in={int(key) for key in keys if key.isdigit()})
    return {str(organisation.pk): organisation.name for organisation in found}

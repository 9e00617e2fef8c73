"""What the pages of reach show: tables, a chart, and the same to take away."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from waymark.foundation.directory.models import Contact
from waymark.foundation.interface import charts, moments
from waymark.foundation.interface.charts import HELD_BACK, Series, written
from waymark.foundation.interface.tables import Column, Table, link
from waymark.foundation.measures.periods import Period
from waymark.foundation.places.models import Institution

from .approaches import Addressed
from .asking import CUT_WORDS, KIND_WORDS, list_addresses, words
from .counting import By, Cut, Figures, Place, Which
from .models import Approach, Outcome

# A chart of more groups cannot be read; the table has them all.
MOST_DRAWN = 40
WHICH_WORDS = {
    Which.ALL: gettext_lazy("Places in the area"),
    Which.REACHED: gettext_lazy("Places that were reached"),
    Which.NOT_REACHED: gettext_lazy("Places that were not reached in the period"),
    Which.NEVER: gettext_lazy("Places that were never reached"),
    Which.NOT_SINCE: gettext_lazy("Places that were not reached since a day"),
    Which.NO_CONTACT: gettext_lazy("Places without a contact in the directory"),
    Which.NO_LEAD: gettext_lazy("Places without a lead who came to training in 24 months"),
}


def day(when: Any) -> str:
    return moments.day(when) if when else "–"


def figures_table(found: Cut, period: Period, by: By) -> Table:
    """Each group, and all of them in the last row. Each number leads to the places that it counts."""

    def leads(which: Which, of: str) -> Any:
        address = list_addresses(which, period, by)
        return lambda one: link(address(one.code), written(getattr(one, of)))

    def name(one: Figures) -> str:
        return _("All") if one is found.whole else words(by, one.code, one.name)

    return Table(
        _("Who has been reached"),
        (
            Column(CUT_WORDS[by], name),
            Column(_("In the area"), leads(Which.ALL, "there"), number=True),
            Column(_("Reached"), leads(Which.REACHED, "reached"), number=True),
            Column(_("Attendances"), leads(Which.REACHED, "came"), number=True),
            Column(_("Different people known by name"), leads(Which.REACHED, "people"), number=True),
            Column(_("Last trained"), lambda one: day(one.last_on)),
            Column(_("Never reached"), leads(Which.NEVER, "never"), number=True),
        ),
        [*found.groups, found.whole] if found.groups else [],
        empty=_("There is no institution in the directory for this area. Load a register first."),
    )


def figures_taken(found: Cut, by: By) -> tuple[list[Any], list[list[Any]]]:
    """Headings and rows to take away: the same as the table."""
    headings = [
        CUT_WORDS[by], _("In the area"), _("Reached"), _("Attendances"), _("Different people known by name"),
        _("Last trained"), _("Never reached"),
    ]  # fmt: skip
    rows = [
        [
            _("All") if one is found.whole else words(by, one.code, one.name), one.there, one.reached, one.came,
            HELD_BACK if one.people is None else one.people, one.last_on, one.never,
        ]
        for one in (*found.groups, found.whole)
    ]  # fmt: skip
    return headings, rows


def chart(found: Cut, by: By) -> charts.Chart | None:
    """For each group how many places were reached in the period, earlier, and never. None where it cannot be read."""
    if not 0 < len(found.groups) <= MOST_DRAWN:
        return None
    return charts.stacked(
        _("Places reached"),
        [words(by, one.code, one.name) for one in found.groups],
        [
            Series(_("In the period"), [one.reached for one in found.groups]),
            Series(_("Not in the period, but earlier"), [_earlier(one) for one in found.groups]),
            Series(_("Never"), [one.never for one in found.groups]),
        ],
        about=CUT_WORDS[by],
    )


def _earlier(one: Figures) -> int:
    return one.there - one.reached - one.never


def what(place: Place) -> str:
    phase = "" if place.phase == Institution.NO_PHASE else place.phase
    return ", ".join(filter(None, (str(KIND_WORDS.get(place.kind, place.kind)), phase)))


def _what_and_where(place: Place) -> str:
    return ", ".join(filter(None, (what(place), place.ward)))


def place_table(rows: Sequence[Place], which: Which) -> Table:
    return Table(
        WHICH_WORDS[which],
        (
            Column(_("Name"), lambda one: link(reverse("directory:place", args=[one.key]), one.name)),
            Column(_("What it is, and the ward"), _what_and_where),
            Column(_("Attendances"), "came", number=True),
            Column(_("Last trained"), lambda one: day(one.last_on)),
        ),
        rows,
        empty=_("No place fits. Choose other days, or another list under “Who has been reached”."),
    )


def places_taken(rows: Iterable[Place]) -> tuple[list[Any], list[list[Any]]]:
    headings = [_("Name"), _("What it is"), _("Ward"), _("Attendances"), _("Last trained")]
    return headings, [[one.name, what(one), one.ward, one.came, one.last_on] for one in rows]


def work_table(
    rows: Sequence[Place], which: Which, contacts: Mapping[str, Contact], last: Mapping[str, Approach]
) -> Table:
    """The list to work off: a box to choose each, whom to ask for there, and what was done last."""

    def done(one: Place) -> Any:
        return format_html("{} {}", said(last[one.key]) if one.key in last else "", _open(one))

    return Table(
        WHICH_WORDS[which],
        (
            Column(_("Choose"), _box),
            Column(_("What it is, and the ward"), _what_and_where),
            Column(_("Last trained"), lambda one: day(one.last_on)),
            Column(_("Contact"), lambda one: _contact(contacts.get(one.key))),
            Column(_("Done last"), done),
        ),
        rows,
        empty=_("No place fits. Choose other days, or another list under “Who has been reached”."),
    )


def _box(one: Place) -> Any:
    return format_html(
        '<span class="govuk-checkboxes govuk-checkboxes--small"><span class="govuk-checkboxes__item">'
        '<input class="govuk-checkboxes__input" type="checkbox" name="place" id="place-{0}" value="{0}">'
        '<label class="govuk-label govuk-checkboxes__label" for="place-{0}">{1}</label></span></span>',
        one.key, one.name,
    )  # fmt: skip


def _open(one: Place) -> Any:
    hidden = format_html('<span class="govuk-visually-hidden"> {}</span>', one.name)
    return link(reverse("directory:place", args=[one.key]), format_html("{}{}", _("Open"), hidden))


def _contact(one: Contact | None) -> str:
    return f"{one.name}, {one.get_role_display()}" if one else _("None yet")


def said(one: Approach) -> str:
    """“Call, 3 May 2026: They said no. We have our own trainer.”"""
    told = f"{one.get_how_display()}, {moments.day(one.made_at.date())}: {one.get_outcome_display()}"
    return f"{told}. {one.reason}" if one.reason else told


def chosen_table(rows: Sequence[Addressed]) -> Table:
    """What would be sent, to whom, before it is."""
    return Table(
        _("The places you chose"),
        (
            Column(_("Name"), lambda one: str(one.place)),
            Column(_("Contact"), lambda one: _contact(one.contact)),
            Column(_("Email address"), lambda one: one.email or _("None yet")),
            Column(_("Done last"), lambda one: said(one.last) if one.last else "–"),
            Column(_("To note"), _to_note),
        ),
        rows,
        empty=_("No place is chosen. Go back and choose some."),
    )


def _to_note(one: Addressed) -> str:
    if one.last is not None and one.last.outcome == Outcome.NO:
        return _("They said no")
    return _("Lately") if one.is_recent else "–"


def approach_table(rows: Iterable[Approach]) -> Table:
    return Table(
        _("What was done to reach them"),
        (
            Column(_("When"), lambda one: moments.day(one.made_at.date())),
            Column(_("How"), lambda one: one.get_how_display()),
            Column(_("What came of it"), lambda one: one.get_outcome_display()),
            Column(_("What they said"), "reason"),
            Column(_("By"), lambda one: one.made_by.get_full_name()),
        ),
        rows,
        empty=_("Nobody has written to them or called them about training."),
    )

"""Lists as pages show them."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils import translation
from django.utils.html import format_html
from django.utils.translation import gettext as _

from waymark.foundation.interface.moments import day
from waymark.foundation.interface.tables import Column, Table, link

from .declared import LISTS, OWN, ListDefault
from .models import Entry


def tables(authority_id: int) -> list[dict[str, Any]]:
    """Every list with its entries, of whatever day. One query."""
    own: dict[str, list[Entry]] = {}
    for entry in Entry.objects.filter(authority_id=authority_id):
        own.setdefault(entry.list, []).append(entry)
    return [
        {
            "table": _table(one, own.get(one.code, [])),
            "add": reverse("lists:add", args=[one.code]),
            "title": one.title,
        }
        for one in LISTS.values()
    ]


def _table(one: ListDefault, own: list[Entry]) -> Table:
    ended = {entry.code: entry for entry in own if not entry.code.startswith(OWN)}
    rows = [
        _row(
            one,
            code,
            label,
            _in_welsh(label),
            _("National"),
            "",
            ended[code].until_on if code in ended else None,
        )
        for code, label in one.choices.choices
    ]
    rows += [
        _row(one, e.code, e.label, e.label_cy, _("Ours"), day(e.from_on), e.until_on)
        for e in own
        if e.code.startswith(OWN)
    ]
    return Table(
        one.title,
        (
            Column(_("Entry"), "label"),
            Column(_("In Welsh"), "welsh"),
            Column(_("Whose"), "whose"),
            Column(_("From"), "from_on"),
            Column(_("Last day"), "until_on"),
        ),
        rows,
    )


def _in_welsh(label: Any) -> str:
    with translation.override("cy"):
        return str(label)


def _last_day(label: Any) -> Any:
    hidden = '{}<span class="govuk-visually-hidden">: {}</span>'
    return format_html(hidden, _("Set a last day"), label)


def _row(
    one: ListDefault, code: str, label: Any, welsh: str, whose: str, from_on: str, until_on: Any
) -> dict[str, Any]:
    if until_on:
        last = day(until_on)
    elif code in one.fixed:
        last = _("Always offered")
    else:
        last = link(reverse("lists:end", args=[one.code, code]), _last_day(label))
    return {"label": label, "welsh": welsh, "whose": whose, "from_on": from_on, "until_on": last}

"""What the directory shows: plain rows, no queries."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from waymark.foundation.interface import moments
from waymark.foundation.interface.tables import Column, Table, link
from waymark.foundation.places.models import Authority, Institution, Organisation

from .models import Contact, Place

KINDS: dict[str, Any] = dict(Organisation.Kind.choices) | dict(Institution.Kind.choices)
STATES: dict[str, Any] = dict(Institution.Status.choices)


def _type(row: dict[str, Any]) -> str:
    """Two schools of one name are told apart by their number."""
    named = str(KINDS.get(row["what"], row["what"]))
    return f"{named}, {row['number']}" if row["number"] else named


def listing(rows: Iterable[dict[str, Any]]) -> Table:
    """Rows of `queries.COLUMNS`."""
    columns = (
        Column(_("Name"), lambda row: link(reverse("directory:place", args=[row["key"]]), row["shown"])),
        Column(_("Type, and URN of a school"), _type),
        Column(_("Phase"), "at_phase"),
        Column(
            _("Where"),
            lambda row: ", ".join(filter(None, (row["in_ward"] or row["at_postcode"], row["in_authority"]))),
        ),
        Column(_("Status"), lambda row: STATES[row["state"]]),
    )
    empty = _("Nothing in the directory fits. Try fewer words, or remove a filter.")
    return Table(_("Institutions and organisations"), columns, rows, empty=empty)


def contacts(rows: Iterable[Contact], keeps: bool) -> Table:
    """Who is there now."""
    columns = [
        Column(_("Name"), "name"),
        Column(_("What they answer for"), lambda one: one.get_role_display()),
        Column(_("Email"), "email"),
        Column(_("Telephone"), "phone"),
        Column(_("Since"), lambda one: _day(one.from_on) or "–"),
    ]
    if keeps:
        columns.append(Column(_("Change"), _contact_links))
    empty = _("Nobody yet. Add whom to ask for: the head, the safeguarding lead, the Prevent lead.")
    return Table(_("Contacts"), columns, rows, empty=empty)


def former(rows: Iterable[Contact]) -> list[str]:
    """Who was there before, in a line each."""
    words = _("%(name)s, %(role)s, until %(day)s")
    return [
        words % {"name": one.name, "role": one.get_role_display(), "day": _day(one.until_on)} for one in rows
    ]


def facts_of(place: Place) -> list[dict[str, Any]]:
    return facts(place) if isinstance(place, Institution) else organisation_facts(place)


def organisation_facts(one: Organisation) -> list[dict[str, Any]]:
    told = (
        (_("Kind"), one.get_kind_display()),
        (_("Authority"), _authority(one.authority)),
        (_("Ward"), one.ward.name if one.ward else ""),
        (_("Email address of its office"), one.contact_email),
        (_("Telephone number of its office"), one.contact_phone),
        (_("From"), _day(one.valid_from)),
        (_("Until"), _day(one.valid_until)),
    )
    return _rows(told)


def facts(one: Institution) -> list[dict[str, Any]]:
    """Rows of a summary list; facts that the source does not tell are left out."""
    address = ", ".join(
        part for part in (one.street, one.locality, one.town, one.county, one.postcode) if part
    )
    told = (
        (_("Name in the register"), one.name if one.local_name else ""),
        (_("Name in Welsh"), one.name_cy if one.name_cy != one.name else ""),
        (_("Kind"), one.get_kind_display()),
        (_("School number") if one.kind == Institution.Kind.WELSH_SCHOOL else _("URN"), one.urn),
        (_("Type"), one.type_name),
        (_("Phase"), one.phase),
        (_("Status"), one.get_status_display()),
        (_("Opened"), _day(one.opened_on)),
        (_("Closed"), _day(one.closed_on)),
        (_("Address"), address),
        (_("Authority"), _authority(one.authority)),
        (_("Ward"), one.ward.name if one.ward else ""),
        (_("Local authority and establishment number"), one.laestab),
        (_("Trust"), _trust(one)),
        (_("Pupils"), "" if one.pupils is None else f"{one.pupils:,}"),
        (_("These facts are from"), _source(one.source, one.source_on)),
    )
    return _rows(told)


def authority_facts(one: Authority) -> list[dict[str, Any]]:
    told = (
        (_("Official name"), one.official_name),
        (_("Kind"), one.get_kind_display()),
        (_("Nation"), one.get_nation_display()),
        (_("Region"), one.region.name if one.region else ""),
        (_("County"), one.county),
        (_("Police force"), one.force.name if one.force else ""),
        (_("Community safety partnerships"), one.safety_partnerships.replace("|", ", ")),
        (_("GSS code"), one.code),
        (_("Department for Education code"), one.dfe_code),
        (_("From"), _day(one.valid_from)),
        (_("Until"), _day(one.valid_until)),
        (_("These facts are from"), one.source),
    )
    return _rows(told)


def fields_changed(fields: Iterable[tuple[str, int]]) -> list[tuple[Any, int]]:
    """How often each fact changes, in words; keys and copies that say nothing to a reader are left out."""
    return [(NAMES[name], count) for name, count in fields if name in NAMES]


NAMES = {
    "name": gettext_lazy("Name"),
    "name_cy": gettext_lazy("Name in Welsh"),
    "type_name": gettext_lazy("Type"),
    "phase": gettext_lazy("Phase"),
    "status": gettext_lazy("Status"),
    "opened_on": gettext_lazy("Opened"),
    "closed_on": gettext_lazy("Closed"),
    "authority_id": gettext_lazy("Authority"),
    "ward_id": gettext_lazy("Ward"),
    "street": gettext_lazy("Street"),
    "locality": gettext_lazy("Locality"),
    "town": gettext_lazy("Town"),
    "county": gettext_lazy("County"),
    "postcode": gettext_lazy("Postcode"),
    "laestab": gettext_lazy("Establishment number"),
    "trust_name": gettext_lazy("Trust"),
    "trust_code": gettext_lazy("Trust number"),
    "pupils": gettext_lazy("Pupils"),
    "linked_name": gettext_lazy("Name of the linked institution"),
    "source": gettext_lazy("Register"),
    "source_on": gettext_lazy("Date of the facts"),
}


def _rows(told: Iterable[tuple[str, Any]]) -> list[dict[str, Any]]:
    # Links are made with format_html; everything else is text and escaped by the component.
    return [
        {"key": {"text": key}, "value": {"html" if hasattr(value, "__html__") else "text": value}}
        for key, value in told
        if value
    ]


def _contact_links(one: Contact) -> Any:
    hidden = format_html('<span class="govuk-visually-hidden"> {}</span>', one.name)
    change = link(
        reverse("directory:contact-change", args=[one.pk]), format_html("{}{}", _("Change"), hidden)
    )
    end = link(reverse("directory:contact-end", args=[one.pk]), format_html("{}{}", _("They left"), hidden))
    return format_html("{}<br>{}", change, end)


def _trust(one: Institution) -> Any:
    """Leads to all schools of the trust, in whichever authority they are."""
    if not one.trust_code:
        return one.trust_name
    return link(f"{reverse('directory:listing')}?trust={quote(one.trust_code)}", one.trust_name)


def _authority(one: Authority | None) -> Any:
    if one is None:
        return ""
    return format_html(
        '<a class="govuk-link" href="{}">{}</a>', reverse("directory:authority", args=[one.code]), one
    )


def _day(value: Any) -> str:
    return moments.day(value) if value else ""


def _source(source: str, on: Any) -> str:
    return _("%(source)s, as of %(day)s") % {"source": source, "day": _day(on)} if on else source

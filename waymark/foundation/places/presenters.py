"""What the directory shows: plain rows, no queries."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from waymark.foundation.interface import moments
from waymark.foundation.interface.tables import Column, Table

from .models import Authority, Institution


def institutions(rows: Iterable[Institution]) -> Table:
    columns = (
        Column(_("Name"), _linked),
        Column(_("URN"), "urn"),
        Column(_("Type"), lambda one: one.type_name or one.get_kind_display()),
        Column(_("Phase"), "phase"),
        Column(_("Authority"), lambda one: one.authority.name if one.authority else ""),
        Column(_("Postcode"), "postcode"),
        Column(_("Status"), lambda one: one.get_status_display()),
    )
    return Table(
        _("Institutions"), columns, rows, empty=_("No institution fits. Try fewer words, or remove a filter.")
    )


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
        (_("Trust"), one.trust_name),
        (_("Pupils"), "" if one.pupils is None else f"{one.pupils:,}"),
        (_("Local note"), one.local_note),
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


def _linked(one: Institution) -> Any:
    return format_html(
        '<a class="govuk-link" href="{}">{}</a>', reverse("places:institution", args=[one.pk]), one
    )


def _authority(one: Authority | None) -> Any:
    if one is None:
        return ""
    return format_html(
        '<a class="govuk-link" href="{}">{}</a>', reverse("places:authority", args=[one.code]), one
    )


def _day(value: Any) -> str:
    return moments.day(value) if value else ""


def _source(source: str, on: Any) -> str:
    return _("%(source)s, as of %(day)s") % {"source": source, "day": _day(on)} if on else source

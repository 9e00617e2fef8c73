"""Reads of the directory; each says how many queries it takes."""

from __future__ import annotations

from itertools import chain

from django.db.models import QuerySet

from .models import Authority, Institution, InstitutionLink

PHASES = (
    "Nursery", "Primary", "Middle deemed primary", "All-through", "All-through or middle", "Secondary",
    "Middle deemed secondary", "16 plus", "Special", "Pupil referral unit / alternative provision", "Not applicable",
)  # fmt: skip


def directory() -> QuerySet[Institution]:
    return Institution.objects.select_related("authority").only(
        "kind", "urn", "name", "local_name", "type_name", "phase", "status", "postcode", "authority__name"
    )


def authority_choices() -> list[tuple[int, str]]:
    """One query."""
    return list(Authority.objects.order_by("name", "code").values_list("pk", "name"))


def links_of(institution: Institution) -> list[tuple[InstitutionLink, Institution | None]]:
    """What the source says of this institution and others, oldest first, each with the other one if it is known.

    Two queries. Links are of URNs, so only schools and colleges of England have them.
    """
    if institution.kind != Institution.Kind.SCHOOL:
        return []
    links = list(
        InstitutionLink.objects.filter(urn=institution.urn).order_by("established_on", "linked_urn", "pk")
    )
    others = Institution.objects.filter(kind=institution.kind, urn__in=[link.linked_urn for link in links])
    known = {one.urn: one for one in others}
    return [(link, known.get(link.linked_urn)) for link in links]


def part_of(authority: Authority) -> list[Authority]:
    """The districts of a county, or the county of a district: the other tier. One query."""
    if authority.kind == Authority.Kind.COUNTY:
        return list(
            Authority.objects.filter(upper_code=authority.code).exclude(pk=authority.pk).order_by("name")
        )
    if authority.upper_code in ("", authority.code):
        return []
    return list(Authority.objects.filter(code=authority.upper_code))


def before_and_after(authority: Authority) -> list[Authority]:
    """Authorities that this one took over from under another code, or that took over from it. One query."""
    codes = [code for code in (authority.predecessor_code,) if code]
    found = (
        Authority.objects.filter(code__in=codes),
        Authority.objects.filter(predecessor_code=authority.code),
    )
    return list(chain(*found)) if codes else list(found[1])

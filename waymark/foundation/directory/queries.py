"""Reads of the directory; each says how many queries it takes.

A place is an institution of a register or an organisation of an authority. Its key, in addresses and lists, is `i-12`
or `o-12`: they stand in two tables and in one list.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date
from itertools import chain
from typing import Any

from django.db.models import Case, CharField, F, Q, QuerySet, Value, When
from django.db.models.functions import Cast, Coalesce, Concat, NullIf
from django.http import Http404

from waymark.foundation.access.actors import Actor
from waymark.foundation.kernel import clock
from waymark.foundation.places.finding import matching
from waymark.foundation.places.models import Authority, Institution, InstitutionLink, Organisation, Ward

from .models import Contact, Note, Place, where

PHASES = (
    "Nursery", "Primary", "Middle deemed primary", "All-through", "All-through or middle", "Secondary",
    "Middle deemed secondary", "16 plus", "Special", "Pupil referral unit / alternative provision", "Not applicable",
)  # fmt: skip
COLUMNS = (
    "name", "key", "shown", "number", "what", "at_phase", "state", "at_postcode", "in_authority", "in_ward",
)  # fmt: skip
LETTERS: dict[str, type[Institution] | type[Organisation]] = {"i": Institution, "o": Organisation}
Find = Callable[[QuerySet[Any], str], QuerySet[Any]]


def key_of(place: Place) -> str:
    return f"{'i' if isinstance(place, Institution) else 'o'}-{place.pk}"


def place_of(actor: Actor, key: str) -> Place:
    """One query. Http404 for none, and for an organisation of an authority that the actor does not work for. An
    organisation that is an institution of a register is that institution."""
    letter, _dash, number = key.partition("-")
    model = LETTERS.get(letter)
    if model is None or not (number.isascii() and number.isdigit()) or len(number) > 15:
        raise Http404
    place: Any = model._default_manager.select_related("authority", "ward").filter(pk=int(number)).first()
    if isinstance(place, Organisation) and place.authority_id not in actor.authority_ids:
        raise Http404
    if place is None:
        raise Http404
    if isinstance(place, Organisation) and place.institution_id:
        return place_of(actor, f"i-{place.institution_id}")
    return place


def directory(actor: Actor, text: str, find: Find = matching) -> list[QuerySet[Any]]:
    """Both kinds, in rows of COLUMNS for `paging.page`, narrowed by what was typed."""
    institutions = _rows(
        Institution.objects.all(), "i-",
        what=Coalesce(NullIf(F("type_name"), Value("")), F("kind")), number=F("urn"),
        at_phase=F("phase"), state=F("status"), at_postcode=F("postcode"),
        shown=Coalesce(NullIf(F("local_name"), Value("")), F("name")),
    )  # fmt: skip
    over = When(valid_until__lt=clock.today(), then=Value(Institution.Status.CLOSED.value))
    nothing = Value("", output_field=CharField())
    organisations = _rows(
        Organisation.objects.filter(institution=None, authority_id__in=actor.authority_ids), "o-",
        what=F("kind"), number=nothing, at_phase=nothing, at_postcode=nothing, shown=F("name"),
        state=Case(over, default=Value(Institution.Status.OPEN.value), output_field=CharField()),
    )  # fmt: skip
    legs = [institutions, organisations]
    return [find(leg, text).values(*COLUMNS) for leg in legs] if text else [q.values(*COLUMNS) for q in legs]


def _rows(places: QuerySet[Any], letter: str, **facts: Any) -> QuerySet[Any]:
    nothing = Value("", output_field=CharField())
    return places.annotate(
        key=Concat(Value(letter), Cast("pk", CharField()), output_field=CharField()),
        in_authority=Coalesce(F("authority__name"), nothing),
        in_ward=Coalesce(F("ward__name"), nothing),
        **facts,
    )


def authority_choices() -> list[tuple[int, str]]:
    """One query."""
    return list(Authority.objects.order_by("name", "code").values_list("pk", "name"))


def ward_choices(authority_ids: Collection[int], on: date) -> list[tuple[int, str]]:
    """Of these authorities, as on that day. One query."""
    wards = Ward.objects.filter(authority_id__in=authority_ids)
    return list(wards.valid_on(on).order_by("name", "code").values_list("pk", "name"))


def trust_choices(authority_ids: Collection[int], asked: str) -> list[tuple[str, str]]:
    """The trusts with a school in these authorities, and the one that is asked for wherever it is. One query."""
    there = Institution.objects.exclude(trust_code="").filter(
        Q(authority_id__in=authority_ids) | (Q(trust_code=asked) if asked else Q(pk__in=[]))
    )
    named = there.order_by("trust_name", "trust_code").values_list("trust_code", "trust_name").distinct()
    return list({code: name or code for code, name in named}.items())


def contacts_of(actor: Actor, place: Place) -> list[Contact]:
    """All, those who are there first, then who left last. One query."""
    seen = Contact.objects.visible_to(actor).filter(**where(place))
    return list(seen.order_by(F("until_on").desc(nulls_first=True), "role", "name", "pk"))


def note_of(actor: Actor, place: Place) -> Note | None:
    return Note.objects.visible_to(actor).filter(**where(place)).order_by("recorded_at").first()


def contacts_at(actor: Actor, places: list[Place], on: date) -> int:
    """How many are in a role at any of them. One query, or none."""
    return Contact.objects.visible_to(actor).at_any(places).valid_on(on).count() if places else 0


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

"""To whom what is sent goes: to the council alone first, or to the police of the area at the same time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import BooleanField, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from waymark.foundation.access.actors import Actor
from waymark.foundation.kernel import clock
from waymark.foundation.places.models import Authority

from .models import Routing, Submission


@dataclass(frozen=True)
class Whom:
    """`council` is its name, empty where whoever reads has none; `police` is “yes”, “no”, or “some” of several."""

    council: str
    police: str


def with_police(authority_id: int, on: date) -> bool:
    """The setting in force on a day. One query."""
    found = Routing.objects.filter(authority_id=authority_id, from_date__lte=on).order_by("-from_date")
    return bool(found.values_list("with_police", flat=True).first())


def agreed(authority_id: int) -> QuerySet[Routing]:
    """Every setting of an authority, the newest first."""
    return Routing.objects.filter(authority_id=authority_id).order_by("-from_date")


def went_to_police(submission: Submission) -> bool:
    """Did it go to the police as it was sent? One query."""
    return with_police(submission.authority_id, clock.uk_date(submission.sent_at))


def whom(actor: Actor, on: date, authority_id: int | None) -> Whom:
    """What whoever is about to send is told: of the council they write to, or of all that keep their records here."""
    newest = Routing.objects.filter(authority=OuterRef("pk"), from_date__lte=on).order_by("-from_date")
    told = Coalesce(Subquery(newest.values("with_police")[:1]), Value(False), output_field=BooleanField())
    councils = Authority.objects.filter(uses_waymark=True)
    if authority_id is not None or actor.authority_ids:
        mine = actor.authority_ids if authority_id is None else [authority_id]
        councils = Authority.objects.filter(pk__in=mine)
    found = list(
        councils.annotate(told=told).order_by("pk").values_list("name", "official_name", "told")[:400]
    )
    answers = {answer for *_names, answer in found}
    name = (found[0][1] or found[0][0]) if len(found) == 1 else ""
    return Whom(name, "some" if len(answers) > 1 else "yes" if True in answers else "no")

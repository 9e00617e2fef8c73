"""How long something is kept, and what is due to go."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db import connection
from django.db.models import DateTimeField, Exists, F, OuterRef, Q, QuerySet

from waymark.foundation.access.actors import Actor
from waymark.foundation.kernel import clock
from waymark.foundation.retention.classes import RetentionClass, find
from waymark.foundation.retention.kept import Kept
from waymark.foundation.retention.lives import LIVES
from waymark.foundation.retention.models import (
    Disposal,
    Hold,
    Life,
    Proposal,
    RetentionSetting,
    Review,
)
from waymark.foundation.retention.periods import Period

# Months have 28 to 31 days: the database picks a few rows too many, the calendar decides.
SLACK = timedelta(days=4)
# How long the second person has.
TO_APPROVE = timedelta(days=7)


def erased_after(class_code: str, *, on: date, authority_id: int | None = None) -> Period | None:
    """The period in force on a day: the authority’s own, else the service’s, else the default. One query."""
    found = (
        RetentionSetting.objects.filter(
            Q(authority_id=authority_id) | Q(authority__isnull=True), class_code=class_code, from_date__lte=on
        )
        .order_by(F("authority_id").asc(nulls_last=True), "-from_date")
        .first()
    )
    row = find(class_code)
    return found.period if found else row.erased_after


def erase_on(row: RetentionClass, period: Period, start: date | datetime) -> date:
    """The day on which a record goes whose clock began at `start`. Never later than the ceiling, whatever is set."""
    day = clock.uk_date(start) if isinstance(start, datetime) else start
    ends = [period.after(day)] + ([row.ceiling.after(day)] if row.ceiling else [])
    return min(ends)


def is_due(row: RetentionClass, period: Period, start: date | datetime | None, now: datetime) -> bool:
    """Is the record’s time over? One without a start has not begun its clock."""
    if start is None:
        return False
    if isinstance(start, datetime) and period.hours and not period.months:
        return period.after_moment(start) <= now
    return erase_on(row, period, start) <= clock.uk_date(now)


def due_keys(kept: Kept, authority_id: int, now: datetime) -> list[Any]:
    """Keys of the rows of one authority whose time is over."""
    today = clock.uk_date(now)
    row = kept.retention_class
    period = erased_after(kept.class_code, on=today, authority_id=authority_id)
    if period is None:
        return []
    latest = today - timedelta(days=period.measure // 16) + SLACK
    return [key for key, start in _candidates(kept, authority_id, latest) if is_due(row, period, start, now)]


def lives(actor: Actor) -> QuerySet[Life]:
    """Of the actor’s authorities, by name: the grants alone would have the database look at the lives of all others."""
    return Life.objects.visible_to(actor).filter(authority_id__in=actor.authority_ids)


def held(lives: QuerySet[Life]) -> QuerySet[Life]:
    """The lives, each with `held`: is it under a legal hold?"""
    in_force = Hold.objects.filter(life_key=OuterRef("pk"), ended_on=None)
    return lives.annotate(held=Exists(in_force))


def due(lives: QuerySet[Life], today: date) -> QuerySet[Life]:
    """Those whose time is over and that nobody holds, the longest due first."""
    over = lives.filter(began_on__isnull=False, erase_on__lte=today)
    return held(over).filter(held=False).order_by("erase_on", "pk")


def due_for_two(authority_id: int, today: date) -> QuerySet[Life]:
    """What two people have to erase."""
    return due(Life.objects.filter(authority_id=authority_id, kind__in=kinds(needs_two=True)), today)


def due_by_itself(authority_id: int, today: date) -> QuerySet[Life]:
    """What goes without being asked for: kinds that need nobody, and whatever has reached its ceiling."""
    mine = Q(kind__in=kinds(needs_two=False)) | Q(ceiling_on__lte=today)
    return due(Life.objects.filter(mine, authority_id=authority_id), today)


def due_to_seal(authority_id: int, today: date) -> QuerySet[Life]:
    """Of the kinds that are sealed at all: enquiries lose their words instead."""
    sealed = [kind for kind, lived in LIVES.items() if lived.seal]
    lives = Life.objects.filter(authority_id=authority_id, kind__in=sealed, seal_on__lte=today)
    return lives.filter(sealed_on=None).order_by("pk")


def due_to_review(authority_id: int, today: date) -> QuerySet[Life]:
    """Those whose review has come, and that no open review asks about."""
    open_one = Review.objects.filter(life_key=OuterRef("pk"), decided_on=None)
    lives = Life.objects.filter(authority_id=authority_id, review_on__lte=today)
    return lives.exclude(Exists(open_one)).order_by("pk")


def kinds(*, needs_two: bool) -> list[str]:
    """Kinds of records by whether two people erase them, as the database has them."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT kind FROM retention.kind WHERE needs_two = %s ORDER BY kind", [needs_two])
        return [kind for (kind,) in cursor.fetchall()]


def left_over() -> int:
    """How many records (people, of all authorities) nothing holds any more: the next night erases them."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT retention.left_over()")
        return int(cursor.fetchone()[0])


def life_of(kind: str, record_id: Any) -> Life | None:
    """The life of one record, for whoever sees the record."""
    return Life.objects.filter(kind=kind, record_id=record_id).first()


def proposals(actor: Actor) -> QuerySet[Proposal]:
    """Newest first, with who proposed."""
    return Proposal.objects.visible_to(actor).select_related("proposed_by").order_by("-proposed_at")


def proposed(found: Proposal) -> QuerySet[Life]:
    """The records of a proposal that are still there, the longest due first."""
    return Life.objects.filter(pk__in=found.lives)


def holds(actor: Actor) -> QuerySet[Hold]:
    """Those in force first, by the day they are looked at again."""
    found = Hold.objects.visible_to(actor).select_related("placed_by")
    return found.order_by(F("ended_on").asc(nulls_first=True), "review_on", "pk")


def disposals(actor: Actor) -> QuerySet[Disposal]:
    """The log of what was erased, newest first."""
    return Disposal.objects.visible_to(actor).order_by("-on_date", "class_code", "pk")


def _candidates(kept: Kept, authority_id: int, latest: date) -> Iterator[tuple[Any, Any]]:
    rows = kept.model_class._default_manager.filter(kept.where, **{kept.authority: authority_id})
    before: date = latest + timedelta(days=1)
    if isinstance(kept.model_class._meta.get_field(kept.starts), DateTimeField):
        before = datetime.combine(before, time(), clock.UK)
    # A row whose clock has not started has no value here, and does not come up.
    yield from rows.filter(**{f"{kept.starts}__lt": before}).values_list("pk", kept.starts).iterator()

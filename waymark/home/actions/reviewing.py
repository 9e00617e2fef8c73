"""The weekly review of looks: a job makes the list, the information governance lead answers each line."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django.utils.translation import gettext_lazy as _

from waymark.foundation import tasks
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting, lending
from waymark.foundation.access.loading import lock
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import NotNow
from waymark.foundation.ledger.deeds import deed
from waymark.foundation.places.models import Authority
from waymark.home import facts, policies
from waymark.home.models import Answer, Review, ReviewLine

TASK = "home.review-looks"


def make_everywhere(now: datetime | None = None) -> int:
    """The list of the week before this one, in every authority. Safe to run any number of times. How many lists."""
    today = clock.uk_date(now or clock.now())
    monday = today - timedelta(days=today.weekday() + 7)
    authorities = list(Authority.objects.filter(uses_waymark=True).values_list("pk", flat=True))
    for authority_id in authorities:
        with acting(Actor.job("review-looks", authority_id)) as job:
            make(by=job, authority_id=authority_id, week_from=monday)
    return len(authorities)


@deed("home.make-review")
def make(*, by: Actor, at: datetime, authority_id: int, week_from: date) -> Review:
    """Lists the looks of the week for which there is a fact to ask about. Made again, it adds what is new.

    A list with something in it is a task for the information governance lead.
    """
    with lending(ledger(authority_id)):
        review, _new = Review.objects.get_or_create(
            authority_id=authority_id,
            week_from=week_from,
            defaults={"grants": grants(authority_id), "made_at": at},
        )
        for line in lines(review):
            _keep(line)
        if review.lines.exists() and review.answered_at is None:
            tasks.ask(TASK, about=review, to=ledger(authority_id), by=by, at=at)
    return review


@deed("home.answer-look")
def answer(*, by: Actor, at: datetime, line: ReviewLine, version: int, answer: str, note: str) -> ReviewLine:
    """Says of a line what it was. The last one answered ends the week’s task. Stale when somebody else was quicker."""
    fresh = lock(line, version)
    policies.review_look(by, fresh).require()
    if not fresh.is_open:
        raise NotNow(_("This line has been answered."))
    Answer.objects.create(
        authority_id=fresh.authority_id,
        grants=fresh.grants,
        line=fresh,
        answer=answer,
        note=note,
        answered_by_id=by.user_id,
        answered_at=at,
    )
    fresh.answer = answer
    fresh.save_next("answer")
    review = lock(fresh.review)
    if not any(other.is_open for other in review.lines.all()):
        review.answered_at = at
        review.save_next("answered_at")
        tasks.done(TASK, about=review, by=by, at=at)
    return fresh


def lines(review: Review) -> list[ReviewLine]:
    """The lines as they would be now, unsaved, in the order of time."""
    start = datetime.combine(review.week_from, time(), clock.UK)
    end = datetime.combine(review.week_from + timedelta(days=7), time(), clock.UK)
    seen = facts.looks(review.authority_id, start, end)
    known = facts.Known(review.authority_id, seen)
    found = [(look, known.facts(look)) for look in seen]
    made = [_line(review, look, said) for look, said in found if said]
    for (_reader, day), opened in facts.busy_days(seen).items():
        busy = facts.Look(opened[0].reader, "", day.isoformat())
        busy.at = sorted(m for look in opened for m in look.at if clock.uk_date(m) == day)
        made.append(_line(review, busy, [facts.MANY], times=len(opened)))
    return sorted(made, key=lambda line: line.first_at)


def _line(review: Review, look: facts.Look, said: list[str], times: int = 0) -> ReviewLine:
    return ReviewLine(
        authority_id=review.authority_id,
        grants=review.grants,
        review=review,
        reader_id=look.reader,
        about_kind=look.kind,
        about_id=look.key,
        reference=look.reference,
        first_at=look.at[0],
        last_at=look.at[-1],
        times=times or len(look.at),
        facts=said,
        odd_at=look.odd_at if look.kind else None,
    )


def _keep(line: ReviewLine) -> None:
    held = ReviewLine.objects.filter(
        review=line.review, reader_id=line.reader_id, about_kind=line.about_kind, about_id=line.about_id
    ).first()
    if held is None:
        line.save(force_insert=True)
    elif held.is_open and (held.times, held.facts) != (line.times, line.facts):
        held.times, held.facts, held.last_at, held.odd_at = line.times, line.facts, line.last_at, line.odd_at
        held.save_next("times", "facts", "last_at", "odd_at")


def ledger(authority_id: int) -> str:
    return f"authority:{authority_id}:ledger"


def grants(authority_id: int) -> list[str]:
    return [ledger(authority_id), f"system:{authority_id}"]

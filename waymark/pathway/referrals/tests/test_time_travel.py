"""Three years in one test: a population in every state, the daily round on every boundary, and after each erasure a
search of every table of the database for what was planted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest

from tests.cast import Cast
from tests.scanning import tables_with
from waymark.foundation.access.context import acting
from waymark.foundation.kernel import clock
from waymark.foundation.outbox.actions import sweeping
from waymark.foundation.retention import queries
from waymark.foundation.retention.actions import proposing
from waymark.foundation.retention.actions.expiring import expire_everywhere
from waymark.foundation.retention.models import Disposal, Erasure, Life
from waymark.foundation.retention.periods import Period, days, months, years
from waymark.foundation.retention.tests.clocks import on
from waymark.foundation.vault.models import RecordKey
from waymark.pathway.concerns.actions import approving, enquiring
from waymark.pathway.concerns.models import Submission
from waymark.pathway.concerns.tests import form_walks
from waymark.pathway.referrals.models import Referral

from .walks import Walk

# The sheet on rights, section 3.3, said a second time: when it is sealed, when it goes (None: not while it is open).
SAYS: dict[str, tuple[Period | None, Period | None]] = {
    "draft": (None, days(14)),
    "not_sent": (None, months(6)),
    "named": (None, months(6)),
    "unnamed": (None, years(2)),
    "mistaken": (days(0), days(90)),
    "child": (months(12), years(3)),
    "adult": (months(12), years(3)),
    "redirected": (months(12), years(3)),
    "open": (None, None),
}
STEP = timedelta(days=7)
SPAN = years(3)


@dataclass(frozen=True)
class One:
    """A record of the population, the words planted in it, and what it should be on a day."""

    what: str
    key: Any
    words: tuple[str, ...]
    began: date

    def expected(self, day: date) -> str:
        seals, erases = SAYS[self.what]
        if erases is not None and erases.after(self.began) <= day:
            return "erased"
        return "sealed" if seals is not None and seals.after(self.began) <= day else "open"

    def boundaries(self) -> Iterator[date]:
        for period in SAYS[self.what]:
            if period is not None:
                for shift in (-1, 0, 1):
                    yield period.after(self.began) + timedelta(days=shift)


def population(cast: Cast) -> list[One]:
    for who in ("dsl", "officer", "lead", "ig_lead"):
        cast.here.user(who)
    return [*_drafts(cast), *_enquiries(cast), *_referrals(cast)]


def _drafts(cast: Cast) -> Iterator[One]:
    today = clock.today()
    with cast.here.acting("teacher") as by:
        written = form_walks.whole(by, name=_name("Draftworthy"))
        kept_back = form_walks.waiting(by, name=_name("Keptbackly"))
    with cast.here.acting("dsl") as by:
        approving.keep_back(by=by, draft=kept_back, reason="It is about Keptbackly, a pastoral matter.")
    yield One("draft", written.pk, ("Draftworthy",), today)
    yield One("not_sent", kept_back.pk, ("Keptbackly",), today)


def _enquiries(cast: Cast) -> Iterator[One]:
    today = clock.today()
    with cast.here.acting("teacher") as by:
        plain = enquiring.ask_advice(by=by, question="What about a quarrelsome lanternbearer?")
        named = enquiring.ask_advice(
            by=by,
            question="What can we do?",
            names_someone=True,
            name="Advicely Namedhurst",
            because="Asked by them.",
        )
    yield One("unnamed", plain.pk, ("lanternbearer",), today)
    yield One("named", named.pk, ("Namedhurst",), today)


def _referrals(cast: Cast) -> Iterator[One]:
    today = clock.today()
    closings = {"child": "close", "adult": "advise", "mistaken": "unfounded"}
    for what, outcome in closings.items():
        walk, words = _received(cast, what, born="1990-01-01" if what == "adult" else "2012-03-04")
        walk.ready().decided(outcome)
        yield One(what, walk.pk, words, today)
    walk, words = _received(cast, "open")
    walk.ready()
    yield One("open", walk.pk, words, today)
    with cast.here.acting("dsl") as by:
        sent = form_walks.sent(by, name=_name("Submissionly"))
    walk = Walk(cast.here)
    with acting(cast.here.actor("lead")):
        walk.pk = Referral.objects.get(submission=sent).pk
    walk.ready().asked()
    yield One("open", walk.pk, ("Submissionly",), today)


def _received(cast: Cast, what: str, born: str = "2012-03-04") -> tuple[Walk, tuple[str, ...]]:
    surname, said = f"Planted{what}ham", f"Spoke of the {what} weathercock."
    walk = Walk(cast.here).received(surname=surname, born=born, concerns=(said,))
    return walk, (surname, f"{what} weathercock")


def _name(surname: str) -> dict[str, str]:
    return {"forenames": "Quillon", "surname": surname, "others": ""}


def the_day(cast: Cast) -> None:
    """What the jobs do each day, and what the two people do when something is due."""
    expire_everywhere()
    sweeping.forget()
    due = queries.due_for_two(cast.here.authority.pk, clock.today())
    with cast.here.acting("ig_lead") as by:
        if not due.exists():
            return
        proposal = proposing.propose(by=by, authority_id=cast.here.authority.pk)
    with cast.here.acting("lead") as by:
        proposing.approve(by=by, proposal=proposal, version=proposal.version)


def calendar(people: list[One]) -> list[date]:
    """Every seventh day and every boundary with the day before and after it."""
    first = clock.today()
    last = SPAN.after(first) + timedelta(days=1)
    found = {first + STEP * n for n in range((last - first).days // STEP.days + 1)} | {last}
    found |= {day for one in people for day in one.boundaries()}
    return sorted(day for day in found if first <= day <= last)


@pytest.mark.slow
def test_three_years_of_a_population_in_every_state(cast: Cast, everything: Any) -> None:
    people = population(cast)
    with everything():
        there = set(tables_with([one.words[0] for one in people]))
        assert {one.words[0] for one in people if not _live_key(one)} <= there, "the test looks at nothing"
        assert {one.words[0] for one in people if one.what in ("child", "adult", "mistaken", "open")} <= there
    was: dict[Any, str] = {}
    for day in calendar(people):
        with on(day):
            the_day(cast)
            with everything():
                for one in people:
                    now = _stands(one)
                    assert now == one.expected(day), f"{one.what} on {day}: {now}"
                    if now == "erased" and was.get(one.key) != "erased":
                        assert tables_with(one.words) == {}, f"{one.what} on {day}"
                        assert not _live_key(one), f"{one.what} on {day} can still be read"
                    was[one.key] = now
    with everything():
        assert {one.what for one in people if was[one.key] != "erased"} == {"open"}
        erased = Erasure.objects.count()
        assert erased == sum(Disposal.objects.filter(ground__in=("two-people", "expired"), model__in=(
            "referrals.referral", "concerns.draft", "concerns.enquiry")).values_list("count", flat=True))  # fmt: skip
        assert Submission.objects.count() == 2


def _live_key(one: One) -> bool:
    """Is there a key that opens what of it is sealed?"""
    return RecordKey.objects.filter(about_id=one.key, destroyed_at=None).exists()


def _stands(one: One) -> str:
    life = Life.objects.filter(record_id=one.key).first()
    if life is None:
        assert Erasure.objects.filter(record_id=one.key).exists(), (
            "gone without a trace of having been erased"
        )
        return "erased"
    return str(life.state)


def test_the_calendar_has_no_step_longer_than_a_week(cast: Cast) -> None:
    whole = calendar([One("child", 1, (), clock.today())])
    assert max(b - a for a, b in pairwise(whole)) <= STEP
    assert {SPAN.after(clock.today()), months(12).after(clock.today())} <= set(whole)

"""Every figure of the way of a case, counted after one case went all of it; and the list behind each of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from django.urls import reverse

from tests.pages import Pages
from waymark.foundation.kernel import clock
from waymark.foundation.measures import MEASURES, SPREAD, Scope, Unit, compute, computing

from .walks import ExitWalk

ROOMS = ("referrals.", "panel.", "channel.", "consent.", "support.", "exits.")
ONCE = (
    "referrals.received", "panel.panels", "channel.referred", "channel.discussed", "consent.asked", "exits.ended",
)  # fmt: skip


@pytest.fixture
def walk(cast) -> ExitWalk:
    return ExitWalk(cast.here).supported().exited()


def of_today(walk, *by: str, days: int = 0) -> Scope:
    today = clock.today() + timedelta(days=days)
    return Scope(walk.side.authority.pk, today - timedelta(days=40), today, by)


def pathway() -> list[str]:
    return [code for code in MEASURES if code.startswith(ROOMS) and MEASURES[code].rows]


def test_what_happened_once_is_counted_once_and_splits_add_up(walk):
    with walk.side.acting("lead") as by:
        whole = {code: compute(code, of_today(walk), by) for code in pathway()}
        assert {code: whole[code][0].number for code in ONCE} == dict.fromkeys(ONCE, 1)
        # Adopt, and propose the end.
        assert whole["channel.decided"][0].number == 2 and whole["channel.at_end"][0].number == 0
        for code in pathway():
            if MEASURES[code].unit == Unit.COUNT:
                for split in MEASURES[code].by:
                    parts = compute(code, of_today(walk, split), by)
                    assert sum(one.number for one in parts) == whole[code][0].number, (code, split)
                    assert {one.group[0] for one in parts} <= set(MEASURES[code].words[split])
        [reason] = compute("exits.ended", of_today(walk, "reason"), by)
        assert reason.group == ("risk_reduced",)
        took = {one.group[0]: one.number for one in compute("exits.wait", of_today(walk, "spread"), by)}
        assert took["number"] == 1 and took["median"] == took["longest"]
        due = compute("exits.reviews", of_today(walk, "done", days=200), by)
        assert [(one.group, one.number) for one in due] == [(("not_yet",), 1)]


def test_a_case_stays_adopted_from_the_panel_until_its_end_is_signed(cast):
    walk = ExitWalk(cast.here).supported()
    tomorrow = clock.today() + timedelta(days=1)

    def counted(code: str) -> int:
        with walk.side.acting("lead") as by:
            return compute(code, Scope(walk.side.authority.pk, tomorrow, tomorrow), by)[0].number

    assert (counted("channel.at_start"), counted("channel.at_end")) == (1, 1)
    walk.exited()
    assert (counted("channel.at_start"), counted("channel.at_end")) == (0, 0)


def test_the_list_behind_a_figure_is_what_it_counts_for_whoever_may_see_it(walk, cast):
    with walk.acting("lead"):
        reference = walk.case.reference
    page = Pages().sign_in(cast.here.lead)
    scope = of_today(walk)
    seen = 0
    for code in pathway():
        shown = page.open(MEASURES[code].address(scope))
        assert shown.heading == str(MEASURES[code].title)
        seen += reference in shown.text
    assert seen > 6
    assert reference in page.open(MEASURES["exits.ended"].address(scope, reason="risk_reduced")).text
    assert reference not in page.open(MEASURES["exits.ended"].address(scope, reason="died")).text
    Pages().sign_in(cast.here.trainer).open(MEASURES["exits.ended"].address(scope), status=404)
    Pages().sign_in(cast.here.officer).open(MEASURES["exits.ended"].address(scope), status=404)
    neighbour, theirs = Pages().sign_in(cast.there.lead), replace(scope, authority_id=cast.there.authority.pk)
    neighbour.open(MEASURES["exits.ended"].address(scope), status=404)
    assert reference not in neighbour.open(MEASURES["exits.ended"].address(theirs)).text
    page.open(reverse("measures:counted", args=["no.such"]), status=404)


def test_figures_are_counted_together_in_few_queries(walk, django_assert_max_num_queries):
    """The grant lent and given back, one query for all that are groups of rows, one for each median."""
    medians = [code for code in pathway() if MEASURES[code].by == (SPREAD,)]
    with walk.side.acting("lead") as lead, django_assert_max_num_queries(3 + len(medians)):
        computing.several([(code, of_today(walk)) for code in pathway()], lead)

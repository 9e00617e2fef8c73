"""My day says what somebody began and left: one’s own drafts, and those one decides on. Never of whom they are."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from tests.pages import Pages
from waymark.foundation.kernel import clock
from waymark.foundation.tasks.beside import left_by
from waymark.pathway.concerns.actions import approving, drafting, sending

from . import form_walks as walks

MY_DAY = "/my-day/"


def shown(cast, who: str) -> list[str]:
    """The addresses on My day of one person."""
    return Pages().sign_in(cast.here.user(who)).open(MY_DAY).links()


def test_a_draft_of_ones_own_stands_on_my_day_until_it_is_sent_or_thrown_away(cast):
    with cast.here.acting("dsl") as by:
        sent, thrown = walks.whole(by), walks.started(by)
    pages = Pages().sign_in(cast.here.dsl)
    pages.canaries = (walks.NAME,)
    page = pages.open(MY_DAY)
    ways = [reverse("concerns:draft", args=[draft.pk]) for draft in (sent, thrown)]
    assert set(ways) <= set(page.links())
    assert "Finish a referral that you began" in page.text and "Nothing waits for you" not in page.text
    assert not set(ways) & set(shown(cast, "teacher"))
    with cast.here.acting("dsl") as by:
        [first, _last] = left_by(by)
        assert timedelta(days=13) < first.due_at - clock.now() <= timedelta(days=14)
        sending.send(by=by, draft=sent)
        drafting.discard_draft(by=by, draft=thrown)
    assert not set(ways) & set(shown(cast, "dsl"))


def test_what_waits_for_the_safeguarding_lead_stands_on_theirs_and_what_they_give_back_on_the_authors(cast):
    cast.here.user("dsl")
    with cast.here.acting("teacher") as by:
        draft = walks.waiting(by)
    decide, write = (reverse(f"concerns:{page}", args=[draft.pk]) for page in ("approve", "draft"))
    assert decide in shown(cast, "dsl") and decide not in shown(cast, "other_dsl")
    assert not {decide, write} & set(shown(cast, "teacher"))
    with cast.here.acting("dsl") as by:
        approving.give_back(by=by, draft=draft, note="Add what was said, word for word.")
    assert write in shown(cast, "teacher") and decide not in shown(cast, "dsl")


@pytest.mark.parametrize(("who", "queries"), [("dsl", 1), ("teacher", 1), ("police", 0)])
def test_it_costs_one_query_however_many_there_are(cast, django_assert_num_queries, who, queries):
    cast.here.user("dsl")
    for _time in range(3):
        with cast.here.acting("teacher") as by:
            walks.waiting(by)
    with cast.here.acting(who) as by, django_assert_num_queries(queries):
        left_by(by)

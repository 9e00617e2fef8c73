"""A consent comes to its end by itself: the case says so, support stops as after a withdrawal, and it is asked again."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from waymark.foundation.kernel import clock
from waymark.pathway.channel.models import CaseEvent, Kind
from waymark.pathway.consent.actions import asking
from waymark.pathway.consent.actions.watching import watch_everywhere

from .test_pages import GIVEN
from .walks import ConsentWalk, in_days, noon


def stands(walk: ConsentWalk) -> str:
    with walk.acting("officer"):
        return walk.case.state


def test_on_its_last_day_the_case_is_not_supported_any_more_once(walk):
    walk.adopted().consented(expires_on=in_days(30))
    watch_everywhere(noon(in_days(29)))
    assert stands(walk) == "active"
    # A worker that was down says the day on which it ended, not the day on which it came back.
    for _again in range(2):
        watch_everywhere(noon(in_days(45)))
    assert stands(walk) == "consent_lapsed"
    with walk.acting("officer"):
        assert [event.on for event in CaseEvent.objects.filter(kind=Kind.LAPSED)] == [in_days(30)]


def test_it_ends_with_the_18th_birthday_too(walk):
    turns = in_days(40)
    walk.adopted(born=str(turns.replace(year=turns.year - 18))).consented()
    watch_everywhere(noon(turns - timedelta(days=1)))
    assert stands(walk) == "active"
    watch_everywhere(noon(turns))
    assert stands(walk) == "consent_lapsed"
    with clock.travelled(noon(turns)):
        walk.consented(child=False)
    assert stands(walk) == "active"


@pytest.mark.parametrize(
    ("answered", "becomes"),
    [("consented", "active"), ("refused", "consent_refused"), ("withdrawn", "consent_withdrawn")],
)
def test_asked_again_it_goes_where_the_answer_leads(walk, answered, becomes):
    walk.adopted().consented(expires_on=in_days(30))
    watch_everywhere(noon(in_days(31)))
    with clock.travelled(noon(in_days(32))):
        getattr(walk, answered)()
    assert stands(walk) == becomes


def test_an_old_answer_does_not_take_it_up_again_not_in_the_database_either(walk):
    walk.adopted().consented(expires_on=in_days(30))
    watch_everywhere(noon(in_days(31)))
    with clock.travelled(noon(in_days(32))):
        # Written down late, and over by then.
        walk.consented(asked_on=in_days(-31), expires_on=in_days(-1))
    assert stands(walk) == "consent_lapsed"
    with walk.acting("officer"), pytest.raises(IntegrityError, match="asked again"), transaction.atomic():
        connection.cursor().execute("UPDATE channel_case SET state = 'active'")


def test_a_disputed_one_ends_too(walk):
    walk.adopted().consented(expires_on=in_days(30)).objected()
    watch_everywhere(noon(in_days(31)))
    assert stands(walk) == "consent_lapsed"
    with clock.travelled(noon(in_days(32))):
        walk.resolved(stands=True)
    assert stands(walk) == "consent_lapsed"


def test_written_down_after_its_end_the_page_of_the_case_says_it_at_once(walk, pages):
    walk.adopted().consented(asked_on=in_days(-9), expires_on=in_days(-1))
    with walk.acting("officer"):
        where = reverse("channel:case", args=[walk.case.reference])
    page = pages.sign_in(walk.side.officer).open(where)
    assert "Consent has ended, to be asked again" in page.text
    assert "it covers nothing now, and support has stopped" in page.text


def test_wrongly_marked_as_given_it_is_corrected_and_support_stops(walk, pages):
    walk.adopted().consented()
    with walk.acting("officer"):
        where = reverse("consent:correct-answer", args=[walk.case.reference])
        given = walk.of_consent().newest
    pages.sign_in(walk.side.officer).fill(
        where, answer="refused", because="The mother said no; the wrong line was ticked.",
        correction_because="The sheets of two families were mixed up.",
    )  # fmt: skip
    assert stands(walk) == "consent_refused"
    said = walk.of_consent()
    assert said.newest.corrects == given and said.waiting is not None
    pages.fill(where, **GIVEN, correction_because="The sheets were right after all.")
    assert stands(walk) == "active"


def test_a_correction_that_stops_nothing_is_refused_at_the_end(walk, monkeypatch):
    walk.adopted().consented()
    monkeypatch.setattr(asking, "settle", lambda *given, **more: None)
    not_given = {
        "answer": "refused",
        "because": "The mother said no.",
        "scope": [],
        "manner": "",
        "expires_on": None,
    }
    with pytest.raises(IntegrityError, match="support stops"), transaction.atomic():
        walk.corrected(**not_given, reassess_on=in_days(60))
        connection.cursor().execute("SET CONSTRAINTS ALL IMMEDIATE")

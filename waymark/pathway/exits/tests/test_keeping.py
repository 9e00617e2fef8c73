"""When a case is over its referral is closed, and its time to be kept runs from that day."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.db.utils import IntegrityError

from tests.scanning import tables_with
from waymark.foundation.kernel import clock, months
from waymark.foundation.kernel.refusals import NotNow
from waymark.foundation.retention.actions import holding
from waymark.foundation.retention.models import Life
from waymark.foundation.retention.tests.clocks import on
from waymark.pathway.assessment.actions import deciding
from waymark.pathway.channel.actions import deciding as panel
from waymark.pathway.channel.actions import moving
from waymark.pathway.channel.tests.walks import WHY
from waymark.pathway.exits.actions import closing
from waymark.pathway.people.models import Person
from waymark.pathway.referrals.models import Referral
from waymark.pathway.referrals.tests.test_time_travel import the_day

from .test_reviews import at, due_of
from .walks import ExitWalk


@pytest.fixture
def walk(cast) -> ExitWalk:
    for who in ("dsl", "ig_lead"):
        cast.here.user(who)
    return ExitWalk(cast.here)


def life(walk: ExitWalk) -> Life | None:
    return Life.objects.filter(record_id=walk.pk).first()


def test_not_adopted_the_referral_is_closed_and_kept_as_a_channel_case(walk, everything):
    walk.not_adopted()
    assert walk.state() == "channel_ended"
    with everything():
        found = life(walk)
        assert (found.class_code, found.began_on) == ("channel-case", clock.today())
        assert found.erase_on == months.after(clock.today(), 72)
        assert found.seal_on == months.after(clock.today(), 12)


def test_open_its_time_does_not_run_and_after_the_last_review_it_does(walk, everything):
    walk.supported().exited()
    for kind in ("six", "twelve"):
        with everything():
            assert life(walk).began_on is None
        ended = due_of(walk, kind)
        with at(ended):
            walk.looked_back()
    with everything():
        assert life(walk).began_on == ended
    assert walk.state() == "channel_ended"


def test_six_years_of_a_case_that_was_not_adopted(walk, cast, everything):
    began = clock.today()
    walk.not_adopted(surname="Plantedforyears")
    with connection.cursor() as cursor:
        # What is looked at when people’s transactions end: here all is one, and it would be looked at after the erasing.
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    sealed, gone = months.after(began, 12), months.after(began, 72)
    one = timedelta(days=1)
    stands = {sealed - one: "open", sealed: "sealed", gone - one: "sealed", gone: "erased"}
    for day, expected in stands.items():
        with on(day):
            the_day(cast)
            with everything():
                found = life(walk)
                assert (found.state if found else "erased") == expected, day
    with everything():
        assert not Referral.objects.exists() and not Person.objects.exists()
        assert tables_with(["Plantedforyears"]) == {}


def test_under_a_legal_hold_it_stays(walk, cast, everything):
    walk.not_adopted()
    began = clock.today()
    with walk.acting("ig_lead") as by:
        reference = Referral.objects.using("default")
        with everything():
            reference = Referral.objects.get(pk=walk.pk).reference
        holding.place(
            by=by, authority_id=walk.side.authority.pk, reference=reference, reason="A case at court",
            review_on=began + timedelta(days=30),
        )  # fmt: skip
    with on(months.after(began, 73)):
        the_day(cast)
        with everything():
            assert life(walk) is not None


def test_referred_anew_its_time_stops(walk, everything):
    walk.not_adopted()
    walk.held()
    with walk.acting("police") as by:
        deciding.again(by=by, assessment=walk.assessment, version=walk.assessment.version)
    walk.referred()
    assert (walk.stands(), walk.state()) == ("awaiting_first_panel", "section_36")
    with everything():
        assert life(walk).began_on is None


def test_what_is_closed_for_good_the_police_do_not_take_up_again(walk):
    walk.supported().exited()
    for kind in ("six", "twelve"):
        with at(due_of(walk, kind)):
            walk.looked_back()
    with pytest.raises(NotNow, match="new referral"):
        walk.held()


def test_the_database_closes_no_referral_of_a_case_that_goes_on(walk):
    walk.supported()
    with (
        walk.acting("lead"),
        pytest.raises(IntegrityError, match="Channel case is over"),
        transaction.atomic(),
    ):
        Referral.objects.filter(pk=walk.pk).update(state="channel_ended", closed_at=clock.now())


def test_the_database_ends_no_case_whose_referral_stays_open(walk, monkeypatch):
    without = [follower for follower in moving._FOLLOWERS if follower is not closing.follow]
    monkeypatch.setattr(moving, "_FOLLOWERS", without)
    # Two triggers say so, that of the end and that of every case: whichever is asked first.
    said = "closes its referral|stands where its referral does"
    with pytest.raises(IntegrityError, match=said), transaction.atomic():
        walk.not_adopted()
        connection.cursor().execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_not_adopted_by_mistake_it_goes_on(walk):
    walk.not_adopted()
    with walk.acting("coordinator") as by:
        case = walk.case
        wrong = case.decision
        panel.correct(
            by=by, decision=wrong, version=case.version, outcome="adopt", said=panel.Said(**WHY),
            because="The wrong outcome was chosen on the page.",
        )  # fmt: skip
    assert (walk.stands(), walk.state()) == ("consent_pending", "section_36")

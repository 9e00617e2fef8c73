"""A complaint goes on its day, answered or not, with the key of its words and with what waited for it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
import time_machine

from waymark.foundation.kernel import clock
from waymark.foundation.retention.actions.expiring import expire_everywhere
from waymark.foundation.retention.models import RetentionSetting
from waymark.foundation.retention.periods import months, years
from waymark.foundation.retention.tests.clocks import on
from waymark.foundation.retention.tests.going import goes_on, nothing_is_readable
from waymark.oversight.complaints import presenters
from waymark.oversight.complaints.models import Complaint
from waymark.pathway.referrals.models import Referral
from waymark.pathway.referrals.tests.walks import Walk

from .test_complaints import answered, recorded


def goes(day: date, complaint: Complaint, everything: Any) -> None:
    goes_on(day, Complaint, everything, "rights-request")
    nothing_is_readable(everything, complaint.pk)


def test_three_years_after_its_answer(cast, everything):
    complaint = recorded(cast.here)
    with time_machine.travel(clock.now() + timedelta(days=30)):
        start = clock.today()
        answered(cast.here, "lead", complaint)
    goes(years(3).after(start), complaint, everything)


def test_one_that_is_never_answered_goes_three_years_after_it_came(cast, everything):
    came = clock.today() - timedelta(days=5)
    goes(years(3).after(came), recorded(cast.here, received_on=came), everything)


@pytest.mark.parametrize("is_answered", [True, False])
def test_a_council_that_keeps_complaints_for_less_keeps_both_for_less(cast, everything, is_answered):
    complaint = recorded(cast.here)
    if is_answered:
        answered(cast.here, "lead", complaint)
    RetentionSetting.objects.create(
        authority=cast.here.authority, class_code="rights-request", months=6, from_date=clock.today(),
        reason="The procedure of the council says so.",
    )  # fmt: skip
    goes(months(6).after(clock.today()), complaint, everything)


def test_an_answer_on_the_last_day_begins_the_time_anew(cast, everything):
    complaint = recorded(cast.here)
    last = years(3).after(clock.today()) - timedelta(days=1)
    with on(last):
        answered(cast.here, "lead", complaint)
    goes(years(3).after(last), complaint, everything)


def test_it_does_not_keep_the_record_that_it_names_nor_speak_of_it_when_that_is_gone(cast, everything):
    walk = Walk(cast.here).received()
    with walk.acting("lead"):
        named = walk.referral.reference
    walk.ready().decided("close")
    closed = clock.today()
    with on(years(6).after(closed) - timedelta(days=90)):
        complaint = recorded(cast.here, record_reference=named)
    with on(years(6).after(closed)):
        expire_everywhere()
    with everything():
        assert not Referral._base_manager.exists()
    with cast.here.acting("lead") as by:
        held = Complaint.objects.get(pk=complaint.pk)
        said = {one["key"]["text"]: one["value"]["text"] for one in presenters.facts(by, held)}
    assert named not in str(said) and said["In the record"] == "A record that you may not see"

"""A request to see one’s own data goes on its day, ended or not, with the key of its words and what waited for it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import time_machine

from waymark.foundation.kernel import clock
from waymark.foundation.retention.periods import years
from waymark.foundation.retention.tests.going import goes_on, left, nothing_is_readable
from waymark.oversight.stewardship.actions import recording
from waymark.oversight.stewardship.models import Gathering, Item, Request

from .answering import Asked


def goes(day: date, asked: Asked, everything: Any) -> None:
    goes_on(day, Request, everything, "rights-request")
    nothing_is_readable(everything, asked.pk)
    assert not left(everything, Item) and not left(everything, Gathering)


def test_three_years_after_it_ended(cast, everything):
    asked = Asked(cast.here)
    with time_machine.travel(clock.now() + timedelta(days=20)):
        ended = clock.today()
        asked.done(recording.close, "ig_lead", because="They took it back.")
    goes(years(3).after(ended), asked, everything)


def test_one_that_never_ends_goes_three_years_after_it_came(cast, everything):
    came = clock.today() - timedelta(days=5)
    goes(years(3).after(came), Asked(cast.here, received_on=came), everything)

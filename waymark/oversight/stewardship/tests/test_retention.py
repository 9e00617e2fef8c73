"""A request to see one’s own data goes on its day, ended or not, with the key of its words and what waited for it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import time_machine

from waymark.foundation.kernel import clock
from waymark.foundation.retention.actions.expiring import expire_everywhere
from waymark.foundation.retention.models import Disposal
from waymark.foundation.retention.periods import years
from waymark.foundation.retention.tests.clocks import on
from waymark.foundation.tasks.models import Task
from waymark.foundation.vault.models import RecordKey
from waymark.oversight.stewardship.actions import recording
from waymark.oversight.stewardship.models import Gathering, Item, Request

from .answering import Asked


def left(everything: Any) -> int:
    with everything():
        return Request._base_manager.count()


def goes_on(day: date, asked: Asked, everything: Any) -> None:
    with on(day - timedelta(days=1), 23):
        expire_everywhere()
    assert left(everything) == 1
    with on(day, 1):
        expire_everywhere()
    assert left(everything) == 0
    with everything():
        assert Disposal.objects.get(model="stewardship.Request").class_code == "rights-request"
        assert not Item._base_manager.exists() and not Gathering._base_manager.exists()
        assert RecordKey.objects.filter(about_id=asked.pk).exists(), "its words were sealed"
        assert not RecordKey.objects.filter(about_id=asked.pk, destroyed_at=None).exists()
        assert not Task._base_manager.filter(about_id=str(asked.pk)).exists()


def test_three_years_after_it_ended(cast, everything):
    asked = Asked(cast.here)
    with time_machine.travel(clock.now() + timedelta(days=20)):
        ended = clock.today()
        asked.done(recording.close, "ig_lead", because="They took it back.")
    goes_on(years(3).after(ended), asked, everything)


def test_one_that_never_ends_goes_three_years_after_it_came(cast, everything):
    came = clock.today() - timedelta(days=5)
    goes_on(years(3).after(came), Asked(cast.here, received_on=came), everything)

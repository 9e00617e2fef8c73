"""That something was taken out is kept six years, done or refused or never decided; the stone in the row stays."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from waymark.foundation.kernel import clock
from waymark.foundation.kernel.restoring import REGISTERS
from waymark.foundation.retention.actions.expiring import expire_everywhere
from waymark.foundation.retention.models import Disposal
from waymark.foundation.retention.periods import days, years
from waymark.foundation.retention.tests.clocks import on
from waymark.foundation.tasks.models import Task
from waymark.foundation.vault.models import RecordKey
from waymark.oversight.purging.actions import purging
from waymark.oversight.purging.models import Purge, Stone
from waymark.pathway.referrals.tests.walks import Walk

from .test_taking_out import agreed, asked


def left(everything: Any) -> tuple[int, int]:
    with everything():
        return Purge._base_manager.count(), Stone._base_manager.count()


def decided(walk: Walk, how: str) -> Purge:
    purge = asked(walk, "referrals.Told")
    if how == "agreed":
        agreed(walk, purge)
    elif how == "refused":
        with walk.acting("ig_lead") as by:
            purging.refuse(by=by, purge=purge, version=purge.version, because="It came from a newspaper.")
    return purge


@pytest.mark.parametrize("how", ["agreed", "refused", "waits"])
def test_it_goes_six_years_after_it_was_asked_and_not_one_day_earlier(cast, everything, how):
    walk = Walk(cast.here).received(surname="Stonely").ready()
    purge, today = decided(walk, how), clock.today()
    stones = left(everything)[1]
    assert bool(stones) == (how == "agreed")
    day: date = years(6).after(today)
    with on(day - timedelta(days=1), 23):
        expire_everywhere()
    assert left(everything) == (1, stones)
    with on(day, 1):
        expire_everywhere()
    assert left(everything) == (0, 0)
    with everything():
        assert Disposal.objects.filter(model="purging.Purge", count=1).exists()
        assert not RecordKey.objects.filter(about_id=purge.pk, destroyed_at=None).exists()
        assert not Task._base_manager.filter(about_id=str(purge.pk)).exists()


def test_it_is_kept_longer_than_any_backup_that_still_holds_the_words(cast, everything):
    walk = Walk(cast.here).received(surname="Stonely").ready()
    decided(walk, "agreed")
    with on(days(91).after(clock.today())):
        expire_everywhere()
    assert left(everything)[1] and "purging.items" in REGISTERS

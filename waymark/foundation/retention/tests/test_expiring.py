"""Erasing: on the day, not one day earlier; once; where it is due and nowhere else; and only the number is kept.

Visitors (dated by a time) and disposals themselves (protected, dated by a day) stand in for any part’s records.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.db import DatabaseError, transaction
from django.db.models import Q, QuerySet

from tests.cast import Cast, Side
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting
from waymark.foundation.access.models import Visitor
from waymark.foundation.kernel.clock import UK
from waymark.foundation.ledger.models import Change
from waymark.foundation.retention import declare_kept
from waymark.foundation.retention.actions.expiring import expire_everywhere
from waymark.foundation.retention.kept import Kept
from waymark.foundation.retention.models import Disposal, RetentionSetting
from waymark.foundation.retention.queries import disposals

BEGAN = datetime(2026, 3, 1, 15, 0, tzinfo=UK)
Planted = list[Kept]


def visitor(side: Side, name: str, began: datetime | None = BEGAN) -> Visitor:
    return Visitor.objects.create(
        email=f"{name}@partner.example", authority=side.authority, verified_at=began
    )


def on(day: date, hour: int = 12) -> Any:
    return time_machine.travel(datetime(day.year, day.month, day.day, hour, tzinfo=UK), tick=False)


def test_a_draft_goes_on_its_fourteenth_day_and_not_one_day_earlier(cast: Cast, planted: Planted) -> None:
    declare_kept("access.Visitor", "draft-referral", starts="verified_at")
    visitor(cast.here, "a")
    with on(date(2026, 3, 14), 23):
        assert expire_everywhere() == 0 and Visitor.objects.exists()
    with on(date(2026, 3, 15), 0):
        assert expire_everywhere() == 1 and not Visitor.objects.exists()


@pytest.mark.parametrize(
    ("code", "day"),
    [
        ("enquiry-named", date(2026, 9, 1)),
        ("enquiry-unnamed", date(2028, 3, 1)),
        ("referral-unfounded", date(2026, 5, 30)),
        ("referral-child", date(2029, 3, 1)),
        ("channel-case", date(2032, 3, 1)),
    ],
)
def test_each_class_goes_on_its_day(cast: Cast, planted: Planted, code: str, day: date) -> None:
    declare_kept("access.Visitor", code, starts="verified_at")
    visitor(cast.here, "a")
    with on(day - timedelta(days=1)):
        assert expire_everywhere() == 0
    with on(day):
        assert expire_everywhere() == 1
        assert expire_everywhere() == 0, "a second run finds nothing"


def test_the_log_holds_class_and_number_and_nothing_of_what_went(cast: Cast, planted: Planted) -> None:
    declare_kept("access.Visitor", "draft-referral", starts="verified_at")
    for side, name in ((cast.here, "canary"), (cast.here, "canary2"), (cast.there, "other")):
        visitor(side, name)
    with on(date(2026, 3, 15)):
        assert expire_everywhere() == 3
        expire_everywhere()
    with cast.here.acting("ig_lead") as ig_lead:
        row = disposals(ig_lead).get()
        assert (row.class_code, row.model, row.count) == ("draft-referral", "access.Visitor", 2)
        assert row.on_date == date(2026, 3, 15)
        assert "canary" not in str({field.name: getattr(row, field.name) for field in row._meta.fields})
    for who in ("officer", "administrator", "dsl"):
        with cast.here.acting(who) as actor:
            assert not disposals(actor).exists() and not Disposal.objects.exists()


def test_the_log_is_never_changed(cast: Cast, planted: Planted) -> None:
    declare_kept("access.Visitor", "draft-referral", starts="verified_at")
    visitor(cast.here, "a")
    with on(date(2026, 3, 15)):
        expire_everywhere()
    job = Actor.job("tests", cast.here.authority.pk)
    with (
        acting(job),
        pytest.raises(DatabaseError, match=r"never changed|permission denied"),
        transaction.atomic(),
    ):
        Disposal.objects.update(count=7)


def test_only_rows_that_fit_and_whose_clock_has_started_go(cast: Cast, planted: Planted) -> None:
    declare_kept("access.Visitor", "draft-referral", starts="verified_at", where=Q(language="cy"))
    visitor(cast.here, "english")
    not_begun = visitor(cast.here, "not-begun", None)
    Visitor.objects.filter(pk=not_begun.pk).update(language="cy")
    welsh = visitor(cast.here, "welsh")
    Visitor.objects.filter(pk=welsh.pk).update(language="cy")
    with on(date(2027, 1, 1)):
        assert expire_everywhere() == 1
    assert set(Visitor.objects.values_list("email", flat=True)) == {
        "english@partner.example",
        "not-begun@partner.example",
    }


def test_a_shorter_period_of_one_authority_holds_there_only(cast: Cast, planted: Planted) -> None:
    declare_kept("access.Visitor", "draft-referral", starts="verified_at")
    for side, name in ((cast.here, "here"), (cast.there, "there")):
        visitor(side, name)
    RetentionSetting.objects.create(
        authority=cast.here.authority,
        class_code="draft-referral",
        days=3,
        from_date=date(2026, 3, 4),
        reason="Ours are short.",
    )
    with on(date(2026, 3, 4)):
        assert expire_everywhere() == 1
    assert Visitor.objects.get().email == "there@partner.example"


def test_protected_rows_go_by_the_job_of_their_own_authority(
    cast: Cast, planted: Planted, everything: Any
) -> None:
    declare_kept("retention.Disposal", "draft-referral", starts="on_date", where=Q(class_code="planted"))
    with everything():
        for side in (cast.here, cast.there):
            Disposal.objects.create(
                authority=side.authority,
                grants=[f"system:{side.authority.pk}"],
                class_code="planted",
                model="m",
                count=1,
                on_date=date(2026, 3, 1),
            )
    with on(date(2026, 3, 14)):
        assert expire_everywhere() == 0
    with on(date(2026, 3, 15)):
        assert expire_everywhere() == 2
    with everything():
        assert Disposal.objects.filter(class_code="planted").count() == 0
        actors = set(
            Change.objects.filter(relation="retention_disposal", op="DELETE").values_list("actor", flat=True)
        )
    assert actors == {"job:retention"}


def test_a_parts_own_eraser_is_called_with_the_rows(cast: Cast, planted: Planted) -> None:
    emptied: list[str] = []

    def eraser(rows: QuerySet[Visitor]) -> int:
        emptied.extend(rows.values_list("email", flat=True))
        return int(rows.update(verified_at=None))

    declare_kept("access.Visitor", "draft-referral", starts="verified_at", erase=eraser)
    visitor(cast.here, "a")
    with on(date(2026, 3, 15)):
        assert expire_everywhere() == 1
        assert expire_everywhere() == 0
    assert emptied == ["a@partner.example"] and Visitor.objects.get().verified_at is None


def test_one_class_that_fails_does_not_hold_up_the_others(cast: Cast, planted: Planted) -> None:
    def broken(rows: QuerySet[Visitor]) -> int:
        rows.delete()
        raise RuntimeError("canary in a message")

    declare_kept(
        "access.Visitor", "draft-referral", starts="verified_at", where=Q(language="cy"), erase=broken
    )
    declare_kept("access.Visitor", "draft-referral", starts="verified_at", where=Q(language="en"))
    welsh = visitor(cast.here, "welsh")
    Visitor.objects.filter(pk=welsh.pk).update(language="cy")
    visitor(cast.here, "english")
    with on(date(2026, 3, 15)):
        assert expire_everywhere() == 1
    assert Visitor.objects.get().email == "welsh@partner.example", "what failed is as it was"


def test_rows_without_an_eraser_need_somebody_who_erases(planted: Planted) -> None:
    with pytest.raises(ValueError, match="who erases"):
        declare_kept("access.Visitor", "draft-referral", starts="verified_at", erase=None)
    with pytest.raises(ValueError, match="no retention class"):
        declare_kept("access.Visitor", "for-ever", starts="verified_at")

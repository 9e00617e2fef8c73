"""A council shortens; nothing goes beyond a ceiling: not the form, not the action, not the database."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from tests.cast import Cast
from waymark.foundation.access.actors import Actor
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import NotAllowed, Refusal
from waymark.foundation.ledger.models import Deed
from waymark.foundation.retention.actions.periods import BeyondCeiling, set_period
from waymark.foundation.retention.classes import CLASSES, find
from waymark.foundation.retention.forms.periods import SetPeriod
from waymark.foundation.retention.models import RetentionSetting
from waymark.foundation.retention.periods import Period, days, hours, months, years
from waymark.foundation.retention.permissions import Permission
from waymark.foundation.retention.queries import erased_after

REASON = "Our board decided so."


def setting(cast: Cast, code: str, period: Period, **more: Any) -> RetentionSetting:
    given = {"from_date": date(2026, 1, 1), "reason": REASON} | more
    return RetentionSetting(
        authority=cast.here.authority, class_code=code, months=period.months, days=period.days, **given
    )


@pytest.mark.parametrize("code", [code for code, row in CLASSES.items() if row.ceiling])
def test_the_database_takes_the_ceiling_and_refuses_a_day_more(cast: Cast, code: str) -> None:
    ceiling = find(code).ceiling
    assert ceiling is not None
    most = Period(months=ceiling.months, days=ceiling.days + (1 if ceiling.hours else 0))
    setting(cast, code, most).save()
    beyond = setting(cast, code, replace(most, days=most.days + 1), from_date=date(2026, 2, 1))
    with pytest.raises(ValidationError, match="longer than the longest"):
        beyond.full_clean()
    with pytest.raises(IntegrityError, match="retention_within_ceiling"), transaction.atomic():
        beyond.save()


def test_the_database_refuses_a_change_beyond_the_ceiling_and_an_unknown_class(cast: Cast) -> None:
    row = setting(cast, "draft-referral", days(7))
    row.save()
    with pytest.raises(IntegrityError, match="retention_within_ceiling"), transaction.atomic():
        RetentionSetting.objects.filter(pk=row.pk).update(days=15)
    with pytest.raises(IntegrityError, match="retention_within_ceiling"), transaction.atomic():
        setting(cast, "for-ever", days(1)).save()
    with pytest.raises(IntegrityError, match="retention_reason"), transaction.atomic():
        setting(cast, "draft-referral", days(7), reason="", from_date=date(2026, 2, 1)).save()


def test_a_setting_holds_from_its_day_on(cast: Cast) -> None:
    here = cast.here.authority.pk
    setting(cast, "draft-referral", days(7), from_date=date(2026, 5, 1)).save()
    assert erased_after("draft-referral", on=date(2026, 4, 30), authority_id=here) == days(14)
    assert erased_after("draft-referral", on=date(2026, 5, 1), authority_id=here) == days(7)
    assert erased_after("draft-referral", on=date(2026, 5, 1), authority_id=cast.there.authority.pk) == days(
        14
    )


def allowed(actor: Actor) -> Actor:
    return replace(actor, permissions=actor.permissions | {Permission.SET_PERIOD})


def give(cast: Cast, actor: Actor, **more: Any) -> RetentionSetting:
    given = {
        "class_code": "referral-child",
        "period": years(2),
        "from_date": clock.today(),
        "reason": REASON,
        "authority_id": cast.here.authority.pk,
    }
    return set_period(by=actor, **(given | more))


def test_a_period_is_set_by_a_deed(cast: Cast, everything: Any) -> None:
    with cast.here.acting("ig_lead") as actor:
        assert give(cast, allowed(actor)).period == years(2)
    with everything():
        assert Deed.objects.filter(deed="retention.set-period").count() == 1


def test_up_to_the_ceiling_and_no_further(cast: Cast) -> None:
    with cast.here.acting("ig_lead") as actor:
        assert give(cast, allowed(actor), period=years(6)).months == 72
        with pytest.raises(BeyondCeiling) as refused:
            give(cast, allowed(actor), period=Period(months=72, days=1))
    assert refused.value.field == "period" and "longer than" in str(refused.value)


@pytest.mark.parametrize(
    "wrong",
    [
        {"class_code": "for-ever"},
        {"period": hours(5)},
        {"from_date": date(2020, 1, 1)},
        {"reason": ""},
        {"reason": "x" * 301},
    ],
)
def test_nonsense_is_refused_with_a_sentence(cast: Cast, wrong: dict[str, Any]) -> None:
    with cast.here.acting("ig_lead") as actor, pytest.raises(Refusal) as refused:
        give(cast, allowed(actor), **wrong)
    assert str(refused.value)


def test_the_same_day_twice_is_refused(cast: Cast) -> None:
    with cast.here.acting("ig_lead") as actor:
        give(cast, allowed(actor))
        with pytest.raises(Refusal, match="already a period"):
            give(cast, allowed(actor))


def test_only_those_who_may_and_only_at_home(cast: Cast) -> None:
    with cast.here.acting("officer") as officer, pytest.raises(NotAllowed):
        give(cast, officer)
    with cast.there.acting("ig_lead") as stranger, pytest.raises(NotAllowed):
        give(cast, allowed(stranger))


def form(code: str, number: str, unit: str) -> SetPeriod:
    today: datetime = clock.now()
    parts = {"day": today.day, "month": today.month, "year": today.year + 1}
    data = {"number": number, "unit": unit, "reason": REASON} | {
        f"from_date-{k}": str(v) for k, v in parts.items()
    }
    return SetPeriod(find(code), data)


def test_the_form_takes_the_ceiling(db: None) -> None:
    asked = form("referral-child", "6", "years")
    assert asked.is_valid(), asked.errors
    assert asked.cleaned_data["period"] == months(72)


@pytest.mark.parametrize(
    ("code", "number", "unit", "ceiling"),
    [
        ("referral-child", "73", "months", "6 years"),
        ("draft-referral", "15", "days", "14 days"),
        ("enquiry-named", "2", "years", "1 year"),
        ("export-file", "8", "days", "7 days"),
    ],
)
def test_the_form_refuses_at_the_field(db: None, code: str, number: str, unit: str, ceiling: str) -> None:
    asked = form(code, number, unit)
    assert not asked.is_valid()
    assert asked.errors["number"] == [f"These records may be kept for {ceiling} at most"]

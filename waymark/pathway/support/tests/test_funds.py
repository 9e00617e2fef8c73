"""Money for an action: asked for, decided once, seen by those who work on the case, and by nobody who gives support."""

from __future__ import annotations

import copy
from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from tests.cast import Cast
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import Incomplete, NotAllowed, Refusal
from waymark.pathway.support.actions import funding, giving
from waymark.pathway.support.models import FundRequest

from .walks import SupportWalk

NAME = "Quillfeather"


@pytest.fixture(scope="module")
def kept(once_a_file) -> SupportWalk:
    """Adopted once: each test begins there."""

    def made() -> SupportWalk:
        here = Cast().here
        for who in ("lead", "coordinator", "mentor", "helper"):
            here.user(who)
        walk = SupportWalk(here).adopted()
        walk.planned().gave()
        return walk

    return once_a_file(made)


@pytest.fixture
def walk(db, kept) -> SupportWalk:
    return copy.copy(kept)


def decided(walk: SupportWalk, **said) -> FundRequest:
    with walk.acting() as by:
        one = FundRequest.objects.get()
        said = {"decision": "granted", "granted": Decimal("1200.00"), "decided_by": "The Home Office"} | said
        said.setdefault("decided_on", clock.today())
        return funding.decide(by=by, request=one, version=one.version, **said)


def test_it_is_asked_for_and_decided_on_the_pages(walk, pages):
    pages.canaries = (NAME,)
    pages.sign_in(walk.side.officer)
    with walk.acting():
        case, action = walk.case.reference, walk.action().reference
    where = reverse("support:action", args=[case, action])
    on = clock.today()
    day = {"asked_on-day": on.day, "asked_on-month": on.month, "asked_on-year": on.year}
    ask = reverse("support:ask-fund", args=[case, action])
    assert ask in pages.open(where).links()
    given = {
        "asked_of": "Intervention Support Fund",
        "reference": "ISF 7",
        **{k: str(v) for k, v in day.items()},
    }
    assert pages.fill(ask, status=200, amount="12.5", **given).errors == [
        "Enter pounds and pence, like 450.00"
    ]
    pages.fill(ask, amount="£1,450.00", **given)
    page = pages.open(where)
    assert "£1,450.00 asked of Intervention Support Fund" in page.text and "Not decided yet" in page.text
    [link] = [link for link in page.links() if "/fund/" in link and link != ask]
    said = {name.replace("asked", "decided"): str(value) for name, value in day.items()}
    said |= {"decision": "granted", "decided_by": "The Home Office"}
    assert pages.fill(link, status=200, **said).errors == [
        "Enter how much was granted: no more than was asked for."
    ]
    pages.fill(link, granted="1200", **said)
    assert link not in pages.open(where).links()
    for address in (where, reverse("support:plan", args=[case]), reverse("channel:case", args=[case])):
        assert "£1,200.00 granted on" in pages.open(address).text


def test_whoever_gives_the_support_sees_nothing_of_it(walk, pages):
    walk.funded()
    with walk.side.acting("mentor") as by:
        action = walk.action()
        assert not FundRequest.objects.exists()
        with pytest.raises(NotAllowed):
            funding.ask(by=by, action=action, asked_of="A fund", amount=Decimal(1), asked_on=clock.today())
    pages.sign_in(walk.side.mentor)
    assert "£" not in pages.open(reverse("support:mine-action", args=[action.reference])).text


def test_what_cannot_be_is_refused(walk):
    tomorrow = clock.today() + timedelta(days=1)
    with walk.acting() as by, pytest.raises(Refusal, match="in the past"):
        funding.ask(by=by, action=walk.action(), asked_of="A fund", amount=Decimal(1), asked_on=tomorrow)
    walk.funded()
    with pytest.raises(Incomplete):
        decided(walk, granted=Decimal("99999.00"))
    with pytest.raises(Refusal, match="after the money was asked for"):
        decided(walk, decided_on=clock.today() - timedelta(days=90))
    decided(walk, decision="refused")
    with walk.acting():
        assert FundRequest.objects.get().granted is None
    with pytest.raises(NotAllowed):
        decided(walk)


def test_no_money_for_what_nobody_does(walk):
    with walk.acting("mentor") as by:
        action = walk.action()
        giving.decline(by=by, action=action, version=action.version, because="I know the family.")
    with walk.acting() as by:
        asked = {"asked_of": "A fund", "amount": Decimal(1), "asked_on": clock.today()}
        with pytest.raises(NotAllowed):
            funding.ask(by=by, action=walk.action(), **asked)
        with pytest.raises(DatabaseError, match="what somebody does"), transaction.atomic():
            FundRequest.objects.create(
                action=walk.action(), authority_id=walk.case.authority_id, grants=walk.case.grants,
                asked_by_id=by.user_id, entered_at=clock.now(), **asked,
            )  # fmt: skip


def test_the_database_keeps_it_as_it_was_said(walk):
    walk.funded()
    changes = [
        "UPDATE support_fundrequest SET amount = 9",
        "UPDATE support_fundrequest SET grants = '{user:x}'",
    ]
    with walk.acting():
        for statement in changes:
            with pytest.raises(DatabaseError), transaction.atomic():
                connection.cursor().execute(statement)
    decided(walk)
    changes += ["UPDATE support_fundrequest SET granted = 9", "DELETE FROM support_fundrequest"]
    with walk.acting():
        for statement in changes:
            with pytest.raises(DatabaseError), transaction.atomic():
                connection.cursor().execute(statement)


def test_it_goes_with_the_referral(walk, everything):
    walk.funded()
    with everything(), connection.cursor() as cursor:
        cursor.execute("SELECT relation, ids FROM retention.goes_with('referrals.referral', %s)", [walk.pk])
        assert dict(cursor.fetchall())["support_fundrequest"] == [str(FundRequest.objects.get().pk)]

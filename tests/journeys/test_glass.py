"""An officer opens a sealed referral under break-glass and ends it; the Prevent lead reviews it; the record says so. And
when the lead does not, in five working days: information governance has it on its day, and reviews it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core import mail

from tests.cast import Cast
from tests.pages import Pages
from waymark.foundation.access.actions import breaking
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting
from waymark.foundation.access.tests.glass_walks import REASON, WORDS, opened, sealed
from waymark.foundation.kernel import clock
from waymark.foundation.outbox.actions import sending
from waymark.foundation.outbox.models import Message
from waymark.foundation.tasks.actions.reminding import remind
from waymark.foundation.tasks.models import Task

from .conftest import Reader

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def cast(transactional_db: None) -> Cast:
    return Cast()


@pytest.fixture
def story(cast: Cast) -> dict[str, str]:
    """The reference of the sealed referral, and the sessions of who plays, made before the browser opens."""
    people = {who: cast.here.user(who) for who in ("officer", "lead", "ig_lead")}
    reference = sealed(cast.here)[1]
    sessions = {who: Pages().sign_in(user).cookies["sessionid"].value for who, user in people.items()}
    return sessions | {"reference": reference}


def test_break_glass_and_its_review(story: dict[str, str], reader: Reader):
    reference, record = story["reference"], f"/referrals/triage/{story['reference']}/"
    reader.window.become(story["officer"])
    reader.go(record, status=404)
    reader.go("/break-glass/find/")
    reader.fill(reference=reference)
    reader.send()
    reader.fill(interest="no", reason="Need it")
    reader.send()
    assert (
        "There is a problem" in reader.text() and "Need it" in reader.page.locator("textarea").input_value()
    )
    reader.fill(interest="no", reason=REASON)
    reader.send()
    assert reader.page.url.endswith(record)
    assert "You can change nothing" in reader.text()
    reader.click("I have read what I needed: end it")
    assert reference in reader.text() and "Waiting for review" in reader.text()
    reader.go(record, status=404)
    reader.window.become(story["lead"])
    reader.go("/my-day/")
    reader.click("Review what was opened under break-glass")
    assert REASON in reader.text()
    reader.fill(verdict="justified", words=WORDS)
    reader.send()
    assert WORDS in reader.text()
    reader.go(record)
    assert "Opened under break-glass on" in reader.text() and "Justified" in reader.text()
    reader.window.become(story["ig_lead"])
    reader.go("/break-glass/")
    assert reference in reader.text()


SURNAME = "Unfoundly"


@pytest.fixture
def late(story: dict[str, str], cast: Cast) -> dict[str, str]:
    """Nobody has reviewed it, and the day it was due is over: what the worker then does, and the letters that go out."""
    authority = cast.here.authority.pk
    glass = opened(cast.here, story["reference"])
    with cast.here.acting("officer") as by:
        breaking.end(by=by, opening=glass)
    with acting(Actor.job("tests", authority)):
        task = Task.objects.get(kind="access.review-glass")
        task.asked_at, task.due_at = clock.now() - timedelta(days=8), clock.now() - timedelta(minutes=1)
        task.save_next("asked_at", "due_at")
    assert remind(authority, clock.now()) == 2, (
        "the lead is told that it is overdue, the other that it went up"
    )
    with acting(Actor.job("tests", authority)):
        ours = Message.objects.filter(code__in=("access.glass-opened", "tasks.overdue", "tasks.escalated"))
        waiting = list(ours.values_list("pk", "authority_id"))
    mail.outbox.clear()
    assert all(sending.send(pk, where) for pk, where in waiting)
    assert {cast.here.ig_lead.email, cast.here.lead.email} == {letter.to[0] for letter in mail.outbox}
    for letter in mail.outbox:
        said = letter.subject + letter.body
        for name in (
            SURNAME,
            story["reference"],
            REASON,
            cast.here.officer.full_name,
            cast.here.lead.full_name,
        ):
            assert name not in said, f"a letter says {name}"
    return story | {"glass": glass.reference}


def test_a_review_that_nobody_does_goes_up(late: dict[str, str], reader: Reader):
    listed = "Review what was opened under break-glass"
    reader.window.become(late["officer"])
    reader.go("/my-day/")
    assert listed not in reader.text(), "never whoever opened it"
    reader.window.become(late["lead"])
    reader.go("/my-day/")
    assert listed in reader.text() and "Was due on" in reader.text()
    reader.window.become(late["ig_lead"])
    reader.go("/my-day/")
    assert "Was due on" in reader.text()
    reader.click(listed)
    assert late["glass"] in reader.text() and REASON in reader.text() and SURNAME not in reader.text()
    reader.fill(verdict="not_justified", words=WORDS)
    reader.send()
    assert WORDS in reader.text()
    reader.window.become(late["lead"])
    reader.go("/my-day/")
    assert listed not in reader.text(), "done for both"
    reader.go(f"/referrals/triage/{late['reference']}/")
    assert "Not justified" in reader.text()

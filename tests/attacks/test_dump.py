"""Somebody carries off the whole database: what people wrote is not in it to be read, in letters or in hexadecimal."""

from __future__ import annotations

import subprocess

import pytest
from django.db import connection

from launcher.postgres import programs
from tests.attacks.planted import (
    ALL,
    HELD_BECAUSE,
    IN_TRIAGE,
    KEPT_BECAUSE,
    NAMED_FOR_ADVICE,
    OPENED_BECAUSE,
    QUESTION,
    UNSENT,
    WAITING,
    World,
)
from tests.cast import Cast
from waymark.foundation.access.actions import breaking, recovering
from waymark.foundation.access.models import Glass
from waymark.foundation.access.queries import find_breakable
from waymark.foundation.kernel import clock, sealing
from waymark.foundation.retention.actions import holding
from waymark.foundation.retention.models import Hold, Life, Proposal, Review
from waymark.pathway.concerns.tests.form_walks import RAISER

# What was typed into a narrative, a note, a question; and all that stands only in drafts that are not sent.
WRITTEN = (*(planted.words for planted in ALL), QUESTION, NAMED_FOR_ADVICE, RAISER)
IN_DRAFTS = tuple(secret for draft in (UNSENT, WAITING) for secret in draft.secrets)
# Reasons, each of another kind: break-glass and its review, an interest withdrawn, a vouching, a hold and its end, a
# review of keeping, a refusal to erase, a referral kept to few.
REASONS = (
    OPENED_BECAUSE, "topaz gramophone", "willow barometer", "quince lighthouse", HELD_BECAUSE, "copper dulcimer",
    "amber hovercraft", "walnut semaphore", KEPT_BECAUSE,
)  # fmt: skip


def because(place: int) -> str:
    return f"All of this is because of the {REASONS[place]}."


def say_why(world: World) -> None:
    """Every reason that somebody types below the vault’s floor, beside those of `World.behind_walls`."""
    here = world.here
    with here.acting("lead") as by:
        breaking.review(by=by, opening=Glass.objects.get(), verdict="justified", words=because(1))
    with here.acting("second_officer") as by:
        interest = breaking.declare_interest(by=by, found=find_breakable(world.sealed))
    with here.acting("lead") as by:
        breaking.withdraw_interest(by=by, interest=interest, reason=because(2))
    with here.acting("administrator") as by:
        recovering.vouch(by=by, email=here.officer.email, seen="video", words=because(3))
    with here.acting("ig_lead") as by:
        hold = Hold.objects.get()
        holding.end(by=by, hold=hold, version=hold.version, because=because(5))
        life = Life.objects.get(record_id=world.sealed_key)
        today = clock.today()
        kept = {"authority": here.authority, "grants": [f"authority:{here.authority.pk}:retention"]}
        review = Review.objects.create(
            **kept, life_key=life.pk, kind=life.kind, record_id=life.record_id, due_on=today, asked_on=today
        )
        review.decision, review.reason = "erase", because(6)
        review.decided_by_id, review.decided_on = by.user_id, today
        review.save_next("decision", "reason", "decided_by", "decided_on")
        asked = Proposal.objects.create(
            **kept,
            lives=[life.pk],
            counts={},
            proposed_by_id=by.user_id,
            proposed_at=clock.now(),
            proposed_as="ig",
        )
    with here.acting("lead") as by:
        asked.approved, asked.decided_by_id, asked.decided_at = False, by.user_id, clock.now()
        asked.reason = because(7)
        asked.save_next("approved", "decided_by", "decided_at", "reason")


def dump() -> str:
    """All of the database as the role that may read everything dumps it."""
    given = connection.get_connection_params()
    return subprocess.run(
        [str(programs() / "pg_dump"), "-h", given["host"], "-U", given["user"], given["dbname"]],
        capture_output=True,
        check=True,
        text=True,
    ).stdout


def found_in(text: str, words: tuple[str, ...]) -> list[str]:
    folded = text.casefold()
    return [word for word in words if word.casefold() in folded or word.encode().hex() in folded]


@pytest.mark.django_db(transaction=True)
def test_a_dump_of_the_database_shows_nothing_that_was_written():
    World(Cast())
    whole = dump()
    assert found_in(whole, WRITTEN) == []
    assert found_in(whole, IN_DRAFTS) == []
    # The test can fail: names are searched for, so they stand in the dump as they are.
    assert found_in(whole, (IN_TRIAGE.surname,)) == [IN_TRIAGE.surname]
    with connection.cursor() as cursor:
        cursor.execute("SET ROLE NONE")
        cursor.execute("UPDATE places_organisation SET name = name || %s", [QUESTION])
        cursor.execute("SET ROLE waymark_app")
    assert found_in(dump(), WRITTEN) == [QUESTION]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("wall", [True, False])
def test_it_shows_no_reason_that_somebody_typed(monkeypatch: pytest.MonkeyPatch, wall: bool):
    if not wall:  # as if what seals sealed nothing
        monkeypatch.setattr(sealing, "seal", lambda key, words, about: bytes(12) + words + bytes(16))
        monkeypatch.setattr(sealing, "unseal", lambda key, sealed, about: sealed[12:-16])
    say_why(World(Cast()).behind_walls())
    assert found_in(dump(), REASONS) == ([] if wall else list(REASONS))

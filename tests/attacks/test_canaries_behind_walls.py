"""Planted words of records behind walls: kept to few, sealed, opened, held. On their pages, in tables, in letters."""

from __future__ import annotations

import pytest
from django.core import mail
from django.db import connection
from django.urls import reverse

from tests.attacks.planted import (
    EVERY_SECRET,
    HELD_BECAUSE,
    KEPT,
    KEPT_BECAUSE,
    OPENED_BECAUSE,
    SEALED,
    World,
)
from tests.attacks.test_canaries import found_in, look
from waymark.foundation.outbox.actions import sending as letters
from waymark.foundation.outbox.models import Message

pytestmark = pytest.mark.django_db
PEOPLE = ("officer", "second_officer", "lead", "ig_lead", "police", "front_door", "administrator", "dsl")


def addresses(world: World) -> list[str]:
    named = {
        "referrals:triage-record": (world.kept, world.sealed),
        "referrals:triage-restrict": (world.kept,),
        "referrals:triage-unrestrict": (world.kept,),
        "glass:interest": (world.kept, world.sealed),
        "glass:open": (world.kept, world.sealed),
        "glass:opening": (world.opening,),
        "glass:review": (world.opening,),
    }
    lists = ("glass:listing", "retention:held", "retention:holds", "retention:proposals", "retention:propose",
             "retention:disposals", "retention:disposals-csv", "home:ledger", "home:my-day",
             "referrals:triage-queue")  # fmt: skip
    keys = [("referral", key) for key in (world.kept_key, world.sealed_key)]
    beside = ("home:looks-at-record", "vault:documents", "vault:add")
    return [
        *(reverse(name) for name in (*lists, "home:reviews")),
        *(reverse(name, args=[one]) for name in named for one in named[name]),
        *(reverse(name, args=pair) for name in beside for pair in keys),
    ]


def test_no_page_behind_the_walls_gives_a_planted_word_to_whoever_may_not_read_it(
    world: World, client, caplog
):
    world.behind_walls()
    met: dict[str, set[str]] = {}
    for side, who in [("here", who) for who in PEOPLE] + [("there", "lead"), ("there", "ig_lead")]:
        client.force_login(getattr(world, side).user(who))
        for address in addresses(world):
            answer = client.get(address)
            assert answer.status_code in (200, 302, 404), f"{who}: {address}: {answer.status_code}"
            look(address, answer, world.forbidden(side, who))
            met.setdefault(f"{side} {who}", set()).update(found_in(answer.content.decode(errors="replace")))
    assert {KEPT.words, KEPT_BECAUSE} <= met["here officer"] and {SEALED.words, KEPT.words} <= met[
        "here lead"
    ]
    assert HELD_BECAUSE in met["here ig_lead"] and OPENED_BECAUSE in met["here ig_lead"] & met["here lead"]
    assert not met["there lead"] | met["there ig_lead"]
    assert not found_in(caplog.text), "a planted word in a log"


def test_no_letter_and_no_table_without_a_wall_holds_one(world: World, everything):
    world.behind_walls()
    with everything():
        waiting = list(Message.objects.values_list("pk", "authority_id"))
    assert all(letters.send(pk, authority) for pk, authority in waiting)
    for letter in mail.outbox:
        assert not found_in(letter.message().as_string() + letter.subject + letter.body)
    with everything(), connection.cursor() as cursor:
        cursor.execute("SELECT t::text FROM referrals_restriction t")
        assert not found_in(str(cursor.fetchall())), "why it is kept to few is sealed"
        cursor.execute("SELECT t::text FROM ledger.deed t UNION ALL SELECT t::text FROM ledger.read t")
        assert not found_in(str(cursor.fetchall()), EVERY_SECRET)

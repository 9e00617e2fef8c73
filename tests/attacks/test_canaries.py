"""Planted words never leave the pages of those who may read them: not in addresses, headers, logs, letters, tables."""

from __future__ import annotations

import logging
from urllib.parse import urlsplit

import pytest
from django.core import mail
from django.db import connection
from django.urls import resolve
from lxml import html

from tests.attacks.crawling import crawl
from tests.attacks.planted import ALL, EVERY_SECRET, PEOPLE_OF_CAST, World
from waymark.foundation.accounts.models import User
from waymark.foundation.outbox.actions import sending as letters
from waymark.foundation.outbox.models import Message

pytestmark = pytest.mark.django_db


def found_in(text: str, secrets=EVERY_SECRET) -> list[str]:
    folded = text.casefold()
    return [secret for secret in secrets if secret.casefold() in folded]


def look(address: str, answer, forbidden: tuple[str, ...]) -> None:
    """What is true of every answer, whoever reads it."""
    heads = "\n".join(f"{name}: {value}" for name, value in answer.headers.items())
    assert not found_in(address + "\n" + heads), f"{address}: a planted word in the address or a header"
    body = answer.content.decode(errors="replace")
    assert not found_in(body, forbidden), f"{address}: {found_in(body, forbidden)} shown to the wrong person"
    if body and "text/html" in answer.headers.get("Content-Type", ""):
        tree = html.fromstring(body)
        for place in ("//title", "//a/@href", "//form/@action", "//meta/@content", "//h1"):
            for piece in tree.xpath(place):
                text = piece if isinstance(piece, str) else piece.text_content()
                if place == "//h1" and not found_in(text, forbidden):
                    continue
                assert not found_in(text), f"{address}: {found_in(text)} in {place}"


# Welsh pages come from the same views: read by those who see most, and by the other authority.
READ_BY = [
    ("en", "here", PEOPLE_OF_CAST),
    ("cy", "here", ("officer", "dsl", "police")),
    ("cy", "there", ("lead", "dsl", "police", "ig_lead", "administrator")),
]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("language", "side", "people"), READ_BY, ids=lambda one: one if isinstance(one, str) else ""
)
def test_no_page_gives_a_planted_word_to_whoever_may_not_read_it(
    world: World, client, caplog, capfd, language, side, people
):
    caplog.set_level(logging.DEBUG)
    client.cookies["django_language"] = language
    met: dict[str, set[str]] = {}
    for who in people:
        client.force_login(getattr(world, side).user(who))
        for address, answer in crawl(client):
            assert answer.status_code in (200, 301, 302, 403, 404, 405), f"{address}: {answer.status_code}"
            look(address, answer, world.forbidden(side, who))
            met.setdefault(who, set()).update(found_in(answer.content.decode(errors="replace")))
    # The crawl is no proof unless those who may read do meet the words.
    for one in ALL:
        for who in one.readers & set(people) if side == "here" else ():
            assert one.words in met[who], f"{who} never met {one.words}"
    assert side == "here" or not set().union(*met.values())
    assert not found_in(caplog.text + "".join(capfd.readouterr())), "a planted word in a log"


@pytest.mark.slow
def test_addresses_of_others_give_no_planted_word(world: World, client):
    """Whatever one of the cast is linked to about a record, everybody else opens too."""
    addresses = records(world, client)
    assert len({resolve(urlsplit(address).path).view_name for address in addresses}) > 25
    strangers = [("here", who) for who in PEOPLE_OF_CAST] + [
        ("there", who) for who in ("lead", "dsl", "nurse")
    ]
    for side, who in strangers:
        client.force_login(getattr(world, side).user(who))
        for address in addresses:
            answer = client.get(address)
            assert answer.status_code < 500, f"{who} of {side}: {address} answered {answer.status_code}"
            assert side == "here" or answer.status_code == 404, (
                f"{address} answered {answer.status_code} to a stranger"
            )
            look(address, answer, world.forbidden(side, who))
    client.logout()
    for address in addresses:
        look(address, client.get(address), EVERY_SECRET)


def records(world: World, client) -> list[str]:
    """Addresses about one record, at most two of each kind and record."""
    kept: dict[tuple, list[str]] = {}
    for who in ("nurse", "teacher", "dsl", "officer", "police", "other_dsl"):
        client.force_login(world.here.user(who))
        for address, answer in crawl(client):
            match = resolve(urlsplit(address).path) if answer.status_code == 200 else None
            if match and match.kwargs and match.namespace in ("people", "concerns", "referrals"):
                kept.setdefault((match.view_name, next(iter(match.kwargs.values()))), []).append(address)
    return sorted(address for found in kept.values() for address in found[:2])


def test_letters_hold_no_planted_word_and_go_to_one_person(world: World, everything):
    with everything():
        waiting = list(Message.objects.values_list("pk", "authority_id"))
        addresses = set(User.objects.values_list("email", flat=True))
    assert len(waiting) > 5
    assert all(letters.send(pk, authority) for pk, authority in waiting)
    assert len(mail.outbox) == len(waiting)
    for letter in mail.outbox:
        whole = letter.message().as_string() + letter.subject + letter.body
        assert not found_in(whole), f"{letter.subject}: {found_in(whole)}"
        assert len(letter.recipients()) == 1 and letter.recipients()[0] in addresses
        assert not letter.cc and not letter.bcc and not letter.attachments


def test_no_table_without_row_security_holds_a_planted_word(world: World, everything):
    """The ledger, the queue, the sessions, the tokens: whatever anybody’s context may read."""
    with everything(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT n.nspname, c.relname, c.relrowsecurity FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
            "WHERE c.relkind = 'r' AND n.nspname IN ('public', 'ledger')"
        )
        tables = cursor.fetchall()
        holding = set()
        for schema, table, walled in tables:
            cursor.execute(f'SELECT t::text FROM "{schema}"."{table}" t')
            if any(found_in(row) for (row,) in cursor.fetchall()):
                holding.add(table)
                assert walled and schema == "public", f"{schema}.{table} holds a planted word and has no wall"
    assert {"people_personname", "people_address"} <= holding
    assert not {"referrals_concern", "concerns_submission"} & holding, "what people write is sealed"


def test_error_pages_do_not_repeat_the_address(world: World, client):
    """A name typed into an address is not said again."""
    client.force_login(world.here.officer)
    for path in ("/no/such/{}/", "/people/{}/", "/referrals/mine/{}/", "/referrals/triage/{}/"):
        answer = client.get(path.format(ALL[0].surname))
        assert answer.status_code == 404
        assert not found_in(html.fromstring(answer.content.decode()).xpath("string(//main)"))

"""Reasons typed about a record, in rooms below the vault: sealed, read by those who may, gone with the record."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.urls import reverse

from waymark.foundation.access import queries
from waymark.foundation.access.actions import breaking
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting
from waymark.foundation.access.models import Glass, Interest
from waymark.foundation.kernel import sealed_fields
from waymark.foundation.kernel.sealed_fields import Cipher, Erased
from waymark.foundation.vault import keyring
from waymark.foundation.vault.actions.destroying import destroy
from waymark.foundation.vault.models import RecordKey

from .glass_walks import REASON, SEALED, WORDS, opened, sealed, shift
from .test_glass_planted import without

WITHDRAWN = "It was another person of that name."


def reviewed(cast, reference: str) -> Glass:
    """Opened, ended, reviewed by the lead; somebody’s interest was withdrawn."""
    cast.here.second_officer, cast.here.ig_lead
    glass = opened(cast.here, reference)
    with cast.here.acting("officer") as by:
        breaking.end(by=by, opening=glass)
    with cast.here.acting("lead") as by:
        breaking.review(by=by, opening=glass, verdict="justified", words=WORDS)
    with cast.here.acting("second_officer") as by:
        interest = breaking.declare_interest(by=by, found=queries.find_breakable(reference))
    with cast.here.acting("ig_lead") as by:
        breaking.withdraw_interest(by=by, interest=interest, reason=WITHDRAWN)
    return glass


def test_those_who_see_the_opening_read_it_also_when_the_record_is_not_theirs(cast, everything):
    _walk, reference = sealed(cast.here)
    glass = reviewed(cast, reference)
    shift(everything, glass, 24 * 60)
    for who in ("officer", "lead", "ig_lead"):
        with cast.here.acting(who) as by:
            row = Glass.objects.get(pk=glass.pk)
            assert (row.reason, row.words) == (REASON, WORDS), who
    with cast.here.acting("ig_lead") as by:
        assert queries.interests(by).get().withdrawn_because == WITHDRAWN
    with cast.there.acting("lead"):
        assert not Glass.objects.exists() and not RecordKey.objects.filter(about_id=glass.pk).exists()


def test_a_key_shows_to_exactly_those_who_see_its_row(cast, everything):
    glass = reviewed(cast, sealed(cast.here)[1])
    with everything():
        for row in (Glass.objects.get(pk=glass.pk), Interest.objects.get()):
            assert set(RecordKey.objects.get(about_id=row.pk).grants) == set(row.grants)


def test_a_second_click_makes_no_second_key(cast, everything):
    _walk, reference = sealed(cast.here)
    first = opened(cast.here, reference)
    assert opened(cast.here, reference, reason="I forgot why I wanted to see it first.").pk == first.pk
    with everything():
        assert RecordKey.objects.filter(about_table="access_glass").count() == 1


@pytest.mark.parametrize("wall", [True, False])
def test_when_the_key_of_the_record_ends_what_was_typed_about_it_ends_too(cast, everything, wall):
    walk, reference = sealed(cast.here)
    glass = reviewed(cast, reference)
    if not wall:
        step = "WHERE id IN (SELECT vault.reasons_about(NEW.about_id))"
        without(everything, "vault.guard_key()", step, "WHERE false")
    with acting(Actor.job("expire", cast.here.authority.pk)) as job:
        destroy(by=job, record=walk.referral)
    with cast.here.acting("ig_lead") as by:
        row, interest = Glass.objects.get(pk=glass.pk), queries.interests(by).get()
        said = (row.reason, row.words, interest.withdrawn_because)
        assert [isinstance(each, Erased) for each in said] == [wall] * 3
        assert row.verdict == "justified" and row.opened_by_id and interest.withdrawn_at, "that it was stays"


@pytest.mark.parametrize("plain", [b"", REASON.encode(), SEALED[:53], b"\x02" + SEALED[1:]])
def test_the_database_takes_no_words_that_are_not_sealed(cast, everything, plain):
    walk, _reference = sealed(cast.here)
    say = "SELECT gate.break_glass('referrals.referral', %s, gen_random_uuid(), %s, 'G-1')"
    with (
        cast.here.acting("officer"),
        connection.cursor() as cursor,
        pytest.raises(IntegrityError, match="glass_says_why"),
        transaction.atomic(),
    ):
        cursor.execute(say, [walk.pk, plain])


def test_until_a_room_above_brings_keys_nothing_is_written_plain(cast, monkeypatch):
    monkeypatch.setattr(sealed_fields, "_PLACE", [])
    with pytest.raises(RuntimeError, match="nothing seals here"):
        sealed_fields.sealed_content(Glass(), "reason", REASON)


def test_without_the_master_key_nothing_opens_and_nothing_is_shown(cast, settings, tmp_path, everything):
    _walk, reference = sealed(cast.here)
    _other, unopened = sealed(cast.here, "Anotherly")
    glass = reviewed(cast, reference)
    keyring.forget()
    settings.WAYMARK_MASTER_KEYS, settings.WAYMARK_MASTER_FILE = "", str(tmp_path / "gone.json")
    browser = Client(raise_request_exception=False)
    browser.force_login(cast.here.ig_lead, backend="waymark.foundation.accounts.backends.ByPassword")
    answer = browser.get(reverse("glass:opening", args=[glass.reference]))
    assert answer.status_code == 500 and REASON not in answer.content.decode()
    browser.force_login(cast.here.officer, backend="waymark.foundation.accounts.backends.ByPassword")
    asked = {"interest": "no", "reason": REASON}
    browser.post(reverse("glass:open", args=[unopened]), asked)
    with everything():
        assert Glass.objects.count() == 1


def test_a_row_read_and_not_looked_at_is_not_opened(cast):
    _walk, reference = sealed(cast.here)
    opened(cast.here, reference)
    with cast.here.acting("officer"):
        assert isinstance(Glass.objects.get().__dict__["reason"], Cipher)

"""Recovery by two people: who may vouch, confirm and stop; in code and in the database; each wall with its fault."""

from __future__ import annotations

import re
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.db import DatabaseError, connection, transaction

from tests.pages import Pages
from waymark.foundation.access import queries
from waymark.foundation.access.actions import recovering
from waymark.foundation.access.models import Recovery
from waymark.foundation.access.tests.glass_walks import SEALED
from waymark.foundation.access.tests.test_glass_planted import without
from waymark.foundation.accounts import mailing
from waymark.foundation.accounts.actions.signing_in import named
from waymark.foundation.accounts.models import User
from waymark.foundation.accounts.models.invitations import fingerprint
from waymark.foundation.kernel.refusals import NotAllowed, NotNow, Refusal
from waymark.foundation.ledger.models import Deed

WORDS = "I met her at the front desk this morning; her phone was stolen."
CONFIRM, VOUCH = "gate.confirm_vouching(uuid, text)", "gate.vouch(uuid, bigint, text, uuid, bytea)"


@pytest.fixture(autouse=True)
def _people(cast: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    for side in (cast.here, cast.there):
        for who in ("administrator", "lead", "ig_lead", "officer"):
            side.user(who)
    monkeypatch.setattr(mailing, "_deliver", [mailing.send_now])


def vouched(cast: Any, who: str = "administrator", whom: str = "officer", **given: Any) -> Recovery:
    with cast.here.acting(who) as by:
        asked = {"email": cast.here.user(whom).email, "seen": "in_person", "words": WORDS} | given
        return recovering.vouch(by=by, **asked)


def confirmed(cast: Any, row: Recovery, who: str = "lead") -> str:
    """Confirms, and answers with what is kept of the link in the letter."""
    mail.outbox.clear()
    with cast.here.acting(who) as by:
        recovering.confirm(by=by, recovery=row)
    token = re.search(r"/recovery/link/([^/\s]+)/", mail.outbox[-1].body)
    assert token
    return fingerprint(token[1])


def shift(everything: Any, row: Recovery, minutes: int) -> None:
    """As if it had all been so many minutes earlier."""
    with everything(), connection.cursor() as cursor:
        cursor.execute(
            "UPDATE access_recovery SET vouched_at = vouched_at - make_interval(mins => %(m)s), "
            "works_from = works_from - make_interval(mins => %(m)s), ends_at = ends_at - make_interval(mins => %(m)s), "
            "confirmed_at = confirmed_at - make_interval(mins => %(m)s) WHERE id = %(id)s",
            {"m": minutes, "id": row.pk},
        )


def used(link: str) -> User:
    def make(whose: User) -> None:
        Authenticator.objects.create(user=whose, type=Authenticator.Type.TOTP, data={"secret": "made"})

    with named("nobody:recovery") as somebody:
        return recovering.use(by=somebody, link=link, make=make)


def test_two_people_and_a_link_make_one_new_second_step(cast, everything):
    officer = cast.here.officer
    Authenticator.objects.create(user=officer, type=Authenticator.Type.WEBAUTHN, data={"name": "lost"})
    before = officer.sessions_key
    row = vouched(cast)
    assert Authenticator.objects.filter(user=officer, data__name="lost").exists(), (
        "nothing ends by one person"
    )
    link = confirmed(cast, row)
    [left] = Authenticator.objects.filter(user=officer)
    assert left.type == Authenticator.Type.TOTP, "or the password alone would lead to a new second step"
    assert User.objects.get(pk=officer.pk).sessions_key != before
    shift(everything, row, 16)
    assert used(link) == officer
    [made] = Authenticator.objects.filter(user=officer)
    assert made.data == {"secret": "made"}
    with pytest.raises(NotAllowed):
        used(link)


def test_each_step_is_in_the_ledger_and_no_letter_names_anybody(cast, everything):
    with everything():
        start = Deed.objects.count()
    row = vouched(cast)
    letters = list(mail.outbox)
    link = confirmed(cast, row)
    shift(everything, row, 16)
    used(link)
    letters += mail.outbox
    with everything():
        said = set(Deed.objects.order_by("id")[start:].values_list("deed", flat=True))
    assert {"access.vouch", "access.confirm-vouching", "access.use-vouching"} <= said
    assert {"accounts.end-second-steps", "accounts.begin-anew"} <= said
    to = sorted(letter.to[0].split("@")[0] for letter in letters)
    assert to == ["ig_lead", "lead", "officer", "officer", "officer"]
    for letter in letters:
        assert not re.search(r"Hereshire|officer|administrator of|@", letter.subject + letter.body)


def test_nobody_vouches_for_themselves_or_for_somebody_elsewhere(cast, everything):
    with pytest.raises(Refusal, match="for themselves"):
        vouched(cast, whom="administrator")
    with pytest.raises(Refusal, match="Nobody with this"):
        vouched(cast, email=cast.there.officer.email)
    with pytest.raises(Refusal, match="five words"):
        vouched(cast, words="I saw her")
    with everything():
        assert not Recovery.objects.filter(authority=cast.here.authority).exists()


@pytest.mark.parametrize("who", ["administrator", "officer", "teacher"])
def test_a_second_person_confirms_and_not_whoever_it_is_about(cast, who):
    row = vouched(cast)
    with cast.here.acting(who) as by, pytest.raises(NotAllowed):
        recovering.confirm(by=by, recovery=row)


def test_a_lead_who_lost_their_own_phone_does_not_confirm_it(cast):
    row = vouched(cast, whom="lead")
    with cast.here.acting("lead") as by, pytest.raises(NotAllowed):
        recovering.confirm(by=by, recovery=row)
    with cast.here.acting("lead"):
        assert Recovery.objects.filter(pk=row.pk).exists()
    with cast.there.acting("lead"):
        assert not Recovery.objects.filter(pk=row.pk).exists()


def _refused(side: Any, who: str, sql: str, given: list[Any]) -> str:
    """What the database says to the application role that goes past the pages."""
    with (
        side.acting(who),
        pytest.raises(DatabaseError) as fault,
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(sql, given)
    return str(fault.value)


def test_the_database_refuses_what_the_pages_refuse(cast):
    here, place = cast.here, cast.here.authority.pk
    say = "SELECT gate.vouch(%s, %s, 'video', gen_random_uuid(), %s)"
    assert "for themselves" in _refused(here, "administrator", say, [here.administrator.pk, place, SEALED])
    assert "nobody here" in _refused(here, "administrator", say, [cast.there.officer.pk, place, SEALED])
    assert "nobody here" in _refused(here, "teacher", say, [here.officer.pk, place, SEALED])
    assert "nobody here" in _refused(cast.there, "lead", say, [here.officer.pk, place, SEALED])
    assert "recovery_says_how" in _refused(here, "lead", say, [here.officer.pk, place, SEALED[:53]])
    row = vouched(cast)
    ok = "SELECT gate.confirm_vouching(%s, %s)"
    assert "second person" in _refused(here, "administrator", ok, [row.pk, "a" * 64])
    assert "nothing here" in _refused(here, "officer", ok, [row.pk, "a" * 64])
    assert "nothing here" in _refused(cast.there, "lead", ok, [row.pk, "a" * 64])
    assert "permission denied" in _refused(here, "lead", "UPDATE access_recovery SET used_at = NULL", [])
    own = vouched(cast, whom="lead")
    assert "for themselves" in _refused(here, "lead", ok, [own.pk, "a" * 64])


def test_planted_without_its_conditions_the_database_lets_one_person_do_both(cast, everything):
    row = vouched(cast)
    body = _definition(everything, CONFIRM)
    start = body.index("IF row_found.vouched_by_id = who")
    without(everything, CONFIRM, body[start : body.index("END IF;", start) + len("END IF;")])
    # What still holds then is the constraint of the table itself.
    said = _refused(cast.here, "administrator", "SELECT gate.confirm_vouching(%s, %s)", [row.pk, "a" * 64])
    assert "recovery_confirmed_by_another" in said
    with everything(), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE access_recovery DROP CONSTRAINT recovery_confirmed_by_another")
    with cast.here.acting("administrator"), connection.cursor() as cursor:
        cursor.execute("SELECT gate.confirm_vouching(%s, %s)", [row.pk, "a" * 64])


def test_planted_without_the_wait_a_link_works_at_once(cast, everything):
    link = confirmed(cast, vouched(cast))
    found = queries.vouched(link)
    assert found is not None and found.early and not found.works
    with pytest.raises(NotAllowed):
        used(link)
    without(everything, "gate.vouched(text)", "AND statement_timestamp() >= r.works_from")
    assert queries.vouched(link).works  # type: ignore[union-attr]
    with pytest.raises(Refusal) as refused:
        used(link)
    assert "recovery_in_order" in str(refused.value.__cause__)


def test_links_end_and_vouchings_too(cast, everything):
    row = vouched(cast)
    shift(everything, row, 24 * 60)
    with cast.here.acting("lead") as by, pytest.raises(NotNow):
        recovering.confirm(by=by, recovery=row)
    later = vouched(cast)
    link = confirmed(cast, later)
    shift(everything, later, 14 + 120)
    assert queries.vouched(link).works  # type: ignore[union-attr]
    shift(everything, later, 2)
    with pytest.raises(NotAllowed):
        used(link)


@pytest.mark.parametrize("who", ["officer", "ig_lead"])
def test_the_person_or_a_colleague_stops_it_and_the_link_is_dead(cast, everything, who):
    row = vouched(cast)
    link = confirmed(cast, row)
    shift(everything, row, 16)
    with cast.here.acting("second_officer") as by, pytest.raises(NotNow):
        recovering.stop(by=by, recovery=row)
    with cast.here.acting(who) as by:
        assert not recovering.stop(by=by, recovery=row).is_open
    with pytest.raises(NotAllowed):
        used(link)


def test_one_at_a_time_and_not_too_often(cast):
    for _each in range(3):
        row = vouched(cast)
        with pytest.raises(NotNow, match="already"):
            vouched(cast, who="lead")
        with cast.here.acting("officer") as by:
            recovering.stop(by=by, recovery=row)
    with pytest.raises(NotNow, match="too often"):
        vouched(cast, who="lead")


def test_whoever_left_is_not_helped_back_in(cast, everything):
    row = vouched(cast)
    link = confirmed(cast, row)
    shift(everything, row, 16)
    with everything(), connection.cursor() as cursor:
        cursor.execute(
            "UPDATE access_membership SET ended_at = now() WHERE user_id = %s", [cast.here.officer.pk]
        )
    with pytest.raises(NotAllowed):
        used(link)


def test_a_link_that_nobody_made_says_nothing(db):
    answer = Pages().get("/recovery/link/guessed/")
    assert answer.status_code == 404
    assert Pages().get("/recovery/new/app/").status_code == 404
    with pytest.raises(NotAllowed):
        used("")


def _definition(everything: Any, function: str) -> str:
    with everything(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_get_functiondef(%s::regprocedure)", [function])
        return cursor.fetchone()[0]

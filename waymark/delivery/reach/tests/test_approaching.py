"""Places are written to and called: shown before, noted, not twice by accident; walls."""

from __future__ import annotations

import io
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, ProgrammingError, transaction
from django.urls import reverse
from pypdf import PdfReader

from tests.pages import Pages
from waymark.delivery.reach.actions import approaching
from waymark.delivery.reach.models import Approach
from waymark.delivery.training.tests.teaching import school
from waymark.foundation.directory.actions import contacts
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import Incomplete, NotAllowed, Refusal
from waymark.foundation.outbox.models import Message

WRITE = reverse("reach:write")


def key(place) -> str:
    return f"i-{place.pk}"


def write(side, *places, how: str = "letter", again: bool = False, who: str = "officer"):
    with side.acting(who) as by:
        return approaching.write(
            by=by, authority_id=side.authority.pk, keys=[key(one) for one in places], how=how, again=again
        )[1]


def head_of(side, place) -> None:
    with side.acting("officer") as by:
        contacts.add(
            by=by, place=place, authority_id=side.authority.pk, role="head", name="Hilda Inventedly",
            email="head@school.example",
        )  # fmt: skip


def test_from_the_list_to_letters_and_a_call_that_is_noted(cast):
    client, first, second = Pages().sign_in(cast.here.officer), school(cast.here), school(cast.here, "2")
    head_of(cast.here, first)
    page = client.open(reverse("reach:never"))
    assert "Hilda Inventedly" in page.text and page.tree.xpath(f"//input[@value='{key(second)}']")
    address = f"{WRITE}?place={key(first)}&place={key(second)}"
    page = client.open(address)
    assert "head@school.example" in page.text and "None yet" in page.text
    sent = client.fill(address, how="letter").response["Location"]
    assert client.open(sent).text.count("Invented School") == 2
    pdf = PdfReader(io.BytesIO(client.get(f"{sent}letters/").content))
    text = "".join(each.extract_text() for each in pdf.pages)
    assert len(pdf.pages) == 2 and "Invented School 2" in text and "Hilda" not in text
    place = reverse("directory:place", args=[key(first)])
    client.fill(
        reverse("reach:note", args=[key(first)]), how="call", outcome="no", reason="They have a trainer."
    )
    page = client.open(place).text
    assert "They said no" in page and "They have a trainer." in page and "Letter" in page
    assert "They said no. They have a trainer." in client.open(reverse("reach:never")).text


def test_an_email_goes_to_the_contact_once(cast, everything):
    place = school(cast.here)
    with pytest.raises(Refusal, match="no email address"):
        write(cast.here, place, how="email")
    head_of(cast.here, place)
    write(cast.here, place, how="email")
    with pytest.raises(Incomplete) as refused:
        write(cast.here, place, how="email")
    assert refused.value.field == "again"
    write(cast.here, place, how="email", again=True)
    with everything():
        assert Message.objects.filter(code="reach.invite").count() == 2
        assert Approach.objects.count() == 2


def test_whoever_said_no_wants_a_tick_however_long_ago(cast):
    place = school(cast.here)
    with cast.here.acting("officer") as by:
        with pytest.raises(Incomplete):
            approaching.note(
                by=by, authority_id=cast.here.authority.pk, place=place, how="call", outcome="no"
            )
        approaching.note(
            by=by,
            authority_id=cast.here.authority.pk,
            place=place,
            how="call",
            outcome="no",
            reason="Small team",
        )
        with pytest.raises(Refusal):
            approaching.note(
                by=by, authority_id=cast.here.authority.pk, place=place, how="letter", outcome="sent"
            )
    with clock.travelled(clock.now() + timedelta(days=400)), pytest.raises(Incomplete):
        write(cast.here, place)
    other = school(cast.here, "2")
    write(cast.here, other)
    with clock.travelled(clock.now() + timedelta(days=43)):
        write(cast.here, other)


def test_nothing_is_half_sent_and_nobody_elsewhere_is_written_to(cast):
    first, second = school(cast.here), school(cast.here, "2")
    head_of(cast.here, first)
    with pytest.raises(Refusal):
        write(cast.here, first, second, how="email")
    with pytest.raises(Refusal):
        write(cast.here, first, school(cast.there, "3"))
    with pytest.raises(Refusal):
        write(cast.here)
    with pytest.raises(NotAllowed):
        write(cast.here, first, who="trainer")
    with cast.here.acting("officer"):
        assert not Approach.objects.exists()


def test_approaches_show_to_those_who_plan_there_and_stay(cast):
    place = school(cast.here)
    batch = write(cast.here, place)
    for who in ("trainer", "dsl", "administrator", "police"):
        with cast.here.acting(who):
            assert not Approach.objects.exists()
    with cast.there.acting("officer"):
        assert not Approach.objects.exists()
    with cast.here.acting("officer"):
        held = Approach.objects.get()
        with pytest.raises((ProgrammingError, IntegrityError)), transaction.atomic():
            Approach.objects.update(outcome="no", reason="Planted")
        assert Approach.objects.all().delete()[0] == 0
        held.pk, held.grants = uuid4(), [f"authority:{cast.here.authority.pk}:training-plan"]
    with cast.here.acting("trainer"), pytest.raises(ProgrammingError), transaction.atomic():
        held.save(force_insert=True)
    assert Pages().sign_in(cast.there.officer).get(reverse("reach:sent", args=[batch])).status_code == 404
    page = Pages().sign_in(cast.here.dsl).open(reverse("directory:place", args=[key(place)])).text
    assert "What was done to reach them" not in page

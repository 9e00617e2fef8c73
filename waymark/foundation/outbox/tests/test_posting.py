"""Writing messages: with the deed or not at all, once for a key, nothing of anybody in them."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection, transaction
from procrastinate.contrib.django.models import ProcrastinateJob

from tests.cast import Cast
from waymark.foundation import outbox
from waymark.foundation.kernel.references import Letter, new_reference
from waymark.foundation.outbox.actions.posting import SEND
from waymark.foundation.outbox.models import Envelope, Message

REFERENCE = new_reference(Letter.REFERRAL)


def post(cast: Cast, key: str = "k1", **more: Any) -> Message:
    given = {"to": cast.here.dsl, "link": "/referrals/1/", "reference": REFERENCE} | more
    return outbox.post("tests.plain", key=key, authority_id=cast.here.authority.pk, **given)


def test_a_message_and_its_job_are_written_together(cast: Cast, everything: Any) -> None:
    with cast.here.acting("teacher"):
        message = post(cast)
    with everything():
        envelope = Envelope.objects.get()
        assert envelope.user_id == cast.here.dsl.pk and envelope.address == ""
    job = ProcrastinateJob.objects.get(task_name=SEND)
    assert job.args == {"message_id": str(message.pk), "authority_id": cast.here.authority.pk}


def test_when_the_deed_rolls_back_there_is_no_message(cast: Cast, everything: Any) -> None:
    with (
        cast.here.acting("teacher"),
        pytest.raises(RuntimeError, match="the deed failed"),
        transaction.atomic(),
    ):
        post(cast)
        raise RuntimeError("the deed failed")
    with everything():
        assert not Message.objects.exists() and not Envelope.objects.exists()
    assert not ProcrastinateJob.objects.filter(task_name=SEND).exists()


def test_the_same_key_is_one_message(cast: Cast, everything: Any) -> None:
    with cast.here.acting("teacher"):
        assert post(cast).pk == post(cast).pk
        assert post(cast, key="k2").pk != post(cast).pk
    with everything():
        assert Message.objects.count() == 2
    assert ProcrastinateJob.objects.filter(task_name=SEND).count() == 2


def test_the_same_key_in_another_authority_is_another_message(cast: Cast) -> None:
    with cast.here.acting("teacher"):
        here = post(cast)
        there = outbox.post(
            "tests.plain",
            to=cast.there.dsl,
            link="/x/",
            reference=REFERENCE,
            key="k1",
            authority_id=cast.there.authority.pk,
        )
    assert here.pk != there.pk


@pytest.mark.parametrize(
    "link",
    [
        "https://elsewhere.example/",
        "//elsewhere.example/",
        "/with space/",
        "/x/?name=Ann%20Lee",
        "/a@b/",
        "x/",
        "",
    ],
)
def test_a_link_is_a_plain_path_of_this_service(cast: Cast, link: str) -> None:
    with cast.here.acting("teacher"), pytest.raises(ValueError, match="link"):
        post(cast, link=link)


@pytest.mark.parametrize(
    "reference", ["Ann Lee", "R-00000-00000x", "", pytest.param(REFERENCE.lower(), id="in small letters")]
)
def test_a_reference_is_one_of_ours(cast: Cast, reference: str) -> None:
    with cast.here.acting("teacher"), pytest.raises(ValueError, match="reference"):
        post(cast, reference=reference)


@pytest.mark.parametrize(
    "to", ["a@b.example, c@d.example", "not an address", "a@b.example\nBcc: c@d.example", ""]
)
def test_one_recipient_only(cast: Cast, to: str) -> None:
    with cast.here.acting("teacher"), pytest.raises(ValueError, match="one address"):
        post(cast, to=to)


def test_an_unknown_code_is_a_fault(cast: Cast) -> None:
    with cast.here.acting("teacher"), pytest.raises(ValueError, match=r"no part declares"):
        outbox.post("tests.unknown", to=cast.here.dsl, key="k", authority_id=None)


@pytest.mark.parametrize("who", ["teacher", "dsl", "officer", "lead", "police", "ig_lead", "administrator"])
def test_nobody_reads_an_envelope(cast: Cast, who: str) -> None:
    with cast.here.acting("teacher"):
        post(cast)
    with cast.here.acting(who):
        assert not Envelope.objects.exists()
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM outbox_envelope")
            assert cursor.fetchone() == (0,)


def test_messages_show_to_the_administrators_of_their_authority_only(cast: Cast) -> None:
    with cast.here.acting("teacher"):
        post(cast)
        assert not Message.objects.exists()
    with cast.here.acting("administrator") as actor:
        assert Message.objects.visible_to(actor).count() == Message.objects.count() == 1
    with cast.there.acting("administrator") as actor:
        assert Message.objects.visible_to(actor).count() == Message.objects.count() == 0


def test_the_recipients_language_is_kept(cast: Cast) -> None:
    cast.here.dsl.language = "cy"
    with cast.here.acting("teacher"):
        assert post(cast).language == "cy"
        assert post(cast, key="k2", language="en").language == "en"
        assert post(cast, key="k3", to="a@b.example").language == "en"

"""Two workers at the same message, with real transactions."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import connection, transaction

from tests.cast import Cast
from waymark.foundation import outbox
from waymark.foundation.access.context import acting
from waymark.foundation.kernel.references import Letter, new_reference
from waymark.foundation.outbox.actions.sending import send
from waymark.foundation.outbox.models import Message
from waymark.foundation.outbox.tests.conftest import Server

pytestmark = pytest.mark.django_db(transaction=True)
WORKERS = 4


def together(work: Any) -> list[Any]:
    """Runs `work` on several connections at the same moment."""
    barrier = Barrier(WORKERS)

    def one(_number: int) -> Any:
        try:
            connection.ensure_connection()
            barrier.wait(timeout=10)
            return work()
        finally:
            connection.close()

    with ThreadPoolExecutor(WORKERS) as pool:
        return list(pool.map(one, range(WORKERS)))


def test_workers_racing_on_one_message_send_it_once(cast: Cast, mail: Server, everything: Any) -> None:
    with cast.here.acting("teacher"):
        message = _post(cast)
    assert sorted(together(lambda: send(message.pk, message.authority_id))) == [False] * (WORKERS - 1) + [
        True
    ]
    assert len(mail.taken) == 1
    with everything():
        assert Message.objects.get().state == "sent" and Message.objects.get().attempts == 1


def test_the_same_key_posted_at_the_same_time_is_one_message(cast: Cast, everything: Any) -> None:
    actor, dsl, authority = cast.here.actor("teacher"), cast.here.dsl, cast.here.authority
    reference = new_reference(Letter.REFERRAL)

    def work() -> Any:
        with acting(actor):
            return outbox.post(
                "tests.plain", to=dsl, link="/x/", reference=reference, key="same", authority_id=authority.pk
            ).pk

    assert len(set(together(work))) == 1
    with everything():
        assert Message.objects.count() == 1


def test_a_message_outside_a_transaction_is_refused(cast: Cast) -> None:
    with pytest.raises(RuntimeError, match="transaction of its deed"):
        _post(cast)
    with transaction.atomic():
        assert _post(cast).pk


def _post(cast: Cast) -> Message:
    return outbox.post(
        "tests.plain",
        to=cast.here.dsl,
        link="/x/",
        reference=new_reference(Letter.REFERRAL),
        key="k1",
        authority_id=cast.here.authority.pk,
    )

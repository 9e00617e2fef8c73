"""Sent by several at the same time: one submission, one referral."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from tests.cast import Cast
from waymark.foundation.access.context import acting
from waymark.pathway.concerns.actions import sending
from waymark.pathway.concerns.models import Draft, Submission
from waymark.pathway.referrals.models import Referral

from .form_walks import whole

SENDERS = 4


@pytest.mark.django_db(transaction=True)
def test_sends_at_the_same_time_make_one_submission():
    cast = Cast()
    cast.here.user("lead")
    nurse = cast.here.actor("nurse")
    with acting(nurse):
        draft = whole(nurse)

    def send(_number: int) -> str:
        try:
            with acting(nurse):
                return sending.send(by=nurse, draft=Draft.objects.get(pk=draft.pk)).reference
        finally:
            connection.close()

    with ThreadPoolExecutor(SENDERS) as pool:
        references = set(pool.map(send, range(SENDERS)))
    assert len(references) == 1
    with acting(nurse):
        assert Submission.objects.count() == 1
    with acting(cast.here.actor("officer")):
        assert Referral.objects.count() == 1

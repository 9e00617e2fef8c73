"""A reminder of work becomes one message to each person it is for, and says nothing of anybody."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import pytest
from django.utils.translation import gettext_lazy as _
from procrastinate.contrib.django.models import ProcrastinateJob

from tests.cast import Cast
from waymark.foundation import tasks
from waymark.foundation.outbox.actions.posting import SEND
from waymark.foundation.outbox.models import Envelope, Message
from waymark.foundation.tasks import Kind, declared
from waymark.foundation.tasks.actions import reminding
from waymark.home import reminders

DUE = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)


@pytest.fixture
def planted() -> Iterator[None]:
    kinds, before = dict(declared.KINDS), reminding._remind[:]
    tasks.declare(Kind("tests.look", _("Look at a record"), "measures:list", url_takes="nothing"))
    reminders.declare()
    yield
    declared.KINDS.clear()
    declared.KINDS.update(kinds)
    reminding._remind[:] = before


def test_a_reminder_becomes_one_message_to_each(cast: Cast, planted: None, everything: Any) -> None:
    record = SimpleNamespace(
        authority_id=cast.here.authority.pk, pk="a1", _meta=SimpleNamespace(label_lower="tests.record")
    )
    people = {cast.here.officer.pk, cast.here.lead.pk}
    with cast.here.acting("teacher") as teacher:
        grant = f"authority:{cast.here.authority.pk}:triage"
        tasks.ask("tests.look", about=record, to=grant, by=teacher, at=DUE, due_at=DUE)
    for _run in range(3):
        reminding.remind_everywhere(DUE)
    with everything():
        assert set(Message.objects.values_list("code", flat=True)) == {"tasks.overdue"}
        assert {envelope.user_id for envelope in Envelope.objects.all()} == people
        assert {envelope.link for envelope in Envelope.objects.all()} == {"/measures/"}
    assert ProcrastinateJob.objects.filter(task_name=SEND).count() == 2

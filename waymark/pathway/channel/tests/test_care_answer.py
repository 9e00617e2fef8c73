"""Section 36(6): what health or social care answers to the panel has a day, a reminder, and an entry that ends it."""

from __future__ import annotations

from datetime import timedelta

from tests.cast import Cast
from waymark.foundation.kernel import clock
from waymark.foundation.tasks.actions.reminding import remind_everywhere
from waymark.foundation.tasks.models import Reminder, Task
from waymark.pathway.channel import entry, worklist
from waymark.pathway.channel.actions import deciding
from waymark.pathway.channel.models import PanelDecision
from waymark.pathway.referrals.presenters import day

from .walks import CARE, WHY, CaseWalk

AWAITED = CARE | {"care_result": "awaited"}


def test_an_awaited_answer_has_its_day_is_reminded_of_once_and_ends_with_the_answer(cast: Cast, everything):
    walk = CaseWalk(cast.here).opened().not_adopted(**AWAITED)
    with everything():
        [task] = Task.objects.filter(kind=worklist.CARE_ANSWER)
        assert task.for_grant == f"authority:{cast.here.authority.pk}:panel" and task.done_at is None
    with walk.acting("coordinator"):
        decision = PanelDecision.objects.get(case=walk.case)
        said = str(entry.rows(decision))
        assert task.due_at == worklist.answer_due(decision)
        assert f"{day(task.due_at)} (10 working days" in said and "Section 36(6) sets no period" in said
    for _again in range(2):
        remind_everywhere(task.due_at + timedelta(hours=1))
    with everything():
        assert Reminder.objects.filter(task=task, kind="overdue").count() == 1
    with walk.acting("coordinator") as by:
        answered = deciding.Said(**(WHY | AWAITED | {"care_result": "accepted"}))
        deciding.correct(
            by=by, decision=decision, version=walk.case.version, outcome="not_adopt", said=answered,
            because="They answered today.",
        )  # fmt: skip
    with everything():
        assert Task.objects.get(pk=task.pk).done_at is not None
        assert clock.now() < task.due_at


def test_where_the_answer_is_there_nothing_waits(cast: Cast, everything):
    CaseWalk(cast.here).opened().not_adopted()
    with everything():
        assert not Task.objects.filter(kind=worklist.CARE_ANSWER).exists()

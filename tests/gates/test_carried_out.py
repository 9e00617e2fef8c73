"""Each retention class has a job that carries it out, or a reason why none is needed; no personal row is forgotten."""

from __future__ import annotations

import pytest
from django.apps import apps
from procrastinate.contrib.django import app as queue

from waymark.foundation.kernel.privacy import FIELDS
from waymark.foundation.retention import jobs as retention_jobs
from waymark.foundation.retention.classes import CLASSES
from waymark.foundation.retention.kept import CARRIED, KEPT, NOT_YET, Carried
from waymark.home import jobs as home_jobs

# What `declare_kept` erases, the job `retention.expire` does; what has a life, too (waymark/pathway/referrals/tests/test_lives.py).
EXPIRE = "retention.expire"


def by_schedule() -> set[str]:
    """Names of the jobs that the queue begins by itself."""
    assert retention_jobs and home_jobs
    return {task.task.name for task in queue.periodic_registry.periodic_tasks.values()}


def forgotten() -> list[str]:
    """Models with a personal field whose end nobody carries out, jobs that are never begun, classes without either."""
    jobs, kept = by_schedule(), {one.model for one in KEPT}
    personal = {
        model._meta.label
        for model in apps.get_models()
        if any(says.personal for says in FIELDS.get(model._meta.label, {}).values())
    }
    nobody = [f"{label}: nobody ends it" for label in sorted(personal - kept - set(CARRIED))]
    idle = [f"{one.model}: no job {one.job}" for one in CARRIED.values() if one.job and one.job not in jobs]
    silent = [f"{one.model}: no word of how" for one in CARRIED.values() if not one.how.strip()]
    used = {one.class_code for one in KEPT} | {
        says.keep for label in CARRIED for says in FIELDS.get(label, {}).values() if says.personal
    }
    classes = [f"{code}: nothing falls under it" for code in CLASSES if code not in used | set(NOT_YET)]
    both = [f"{code}: held, and said not to be" for code in sorted(used & set(NOT_YET))]
    gone = [f"{label}: no such model" for label in CARRIED if label not in personal]
    return nobody + idle + silent + classes + both + gone


def test_every_class_is_carried_out_or_says_why_not() -> None:
    assert EXPIRE in by_schedule()
    assert forgotten() == []


@pytest.mark.parametrize(
    ("planted", "found"),
    [
        (None, "access.Visitor: nobody ends it"),
        (
            Carried("access.Visitor", "retention.nothing", "Planted"),
            "access.Visitor: no job retention.nothing",
        ),
        (Carried("access.Visitor", "", " "), "access.Visitor: no word of how"),
    ],
)
def test_planted_what_nobody_carries_out_is_found(
    monkeypatch: pytest.MonkeyPatch, planted: Carried | None, found: str
) -> None:
    if planted is None:
        monkeypatch.delitem(CARRIED, "access.Visitor")
    else:
        monkeypatch.setitem(CARRIED, "access.Visitor", planted)
    assert forgotten() == [found]


def test_planted_a_class_of_which_nobody_knows_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(NOT_YET, "export-file")
    assert forgotten() == ["export-file: nothing falls under it"]

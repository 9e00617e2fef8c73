"""A list of tasks to do in any order, each with how far it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext_lazy as _

from .components import draw


class Progress(StrEnum):
    """How far a task is."""

    NOT_STARTED = "not-started"
    BEGUN = "begun"
    DONE = "done"
    NOT_YET = "not-yet"


WORDS = {
    Progress.NOT_STARTED: _("Not started"),
    Progress.BEGUN: _("In progress"),
    Progress.DONE: _("Completed"),
    Progress.NOT_YET: _("Cannot start yet"),
}


@dataclass(frozen=True)
class Task:
    """`href` is left out of the page for a task that cannot start yet."""

    title: Any
    href: str
    progress: Progress = Progress.NOT_STARTED
    hint: Any = ""


def task_list(tasks: Iterable[Task], *, name: str = "task") -> dict[str, Any]:
    """Parameters: `{% component "task-list" params=tasks %}`. `name` begins the ids: one for each list of a page."""
    return {"idPrefix": name, "items": [_item(task) for task in tasks]}


def _item(task: Task) -> dict[str, Any]:
    item: dict[str, Any] = {"title": {"text": task.title}, "status": _status(task.progress)}
    if task.hint:
        item["hint"] = {"text": task.hint}
    if task.href and task.progress != Progress.NOT_YET:
        item["href"] = task.href
    return item


def _status(progress: Progress) -> dict[str, Any]:
    if progress == Progress.DONE:
        return {"text": WORDS[progress]}
    if progress == Progress.NOT_YET:
        return {"text": WORDS[progress], "classes": "govuk-task-list__status--cannot-start-yet"}
    return {"html": draw("status", {"text": WORDS[progress]})}

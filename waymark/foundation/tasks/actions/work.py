"""Asking, taking and doing. `ask`, `done` and `hand_back` are steps of another deed; `take` is one of its own."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, models, transaction
from django.db.models import Q

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import lent
from waymark.foundation.access.loading import lock
from waymark.foundation.access.models import Membership, token
from waymark.foundation.access.queries import interested
from waymark.foundation.accounts.models import User
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import NotNow
from waymark.foundation.ledger.deeds import Doer, deed
from waymark.foundation.ledger.deeds import about as named
from waymark.foundation.tasks import clocks, declared, policies
from waymark.foundation.tasks.models import Task
from waymark.foundation.tasks.queries import holders
from waymark.foundation.tasks.sentences import ALREADY_TAKEN


def ask(
    kind: str,
    *,
    about: models.Model,
    to: User | str,
    by: Doer,
    at: datetime | None = None,
    due_at: datetime | None = None,
    escalate_to: str = "",
    for_grant: str = "",
    reference: str = "",
) -> Task:
    """Asks a person, or (`to` a grant such as `authority:5:triage`) whoever holds it. The same open task twice is one.
    What one person is asked goes, when they leave, to `for_grant` or else `escalate_to`: ValueError without either.

    `about` has `authority_id`; `reference` is its own when left out. Due by the kind’s clock unless `due_at` is given.
    """
    authority_id = about.authority_id  # type: ignore[attr-defined]
    moment = at or clock.now()
    user, grant = (to, for_grant) if isinstance(to, User) else (None, to)
    if not grant and not escalate_to:
        raise ValueError(f"{kind}: say to whom it goes when that person leaves")
    due_at = due_at or clocks.due(declared.find(kind).clock, moment, authority_id=authority_id)
    record, key = named(about)
    task = Task(
        authority_id=authority_id,
        kind=kind,
        about_kind=record,
        about_id=key,
        reference=reference or getattr(about, "reference", ""),
        for_user=user,
        for_grant=grant,
        escalate_to=escalate_to,
        asked_at=moment,
        due_at=due_at,
        grants=tokens(about),
    )
    task.grants = _grants(task)
    with lent(authority_id):
        return _open_once(task)


def done(
    *kinds: str, about: models.Model, by: Doer, at: datetime | None = None, to: User | None = None
) -> int:
    """The open tasks of these kinds about that record are done (only `to`’s, if given). How many; none is no fault."""
    record, key = named(about)
    with lent(about.authority_id):  # type: ignore[attr-defined]
        tasks = _open().filter(kind__in=kinds, about_kind=record, about_id=key)
        if to is not None:
            tasks = tasks.filter(for_user=to)
        return _finish(tasks, by, at or clock.now())


def drop(*, about: models.Model, by: Doer, at: datetime | None = None) -> int:
    """All open tasks about a record end with it (closed, redirected). How many."""
    record, key = named(about)
    with lent(about.authority_id):  # type: ignore[attr-defined]
        return _finish(_open().filter(about_kind=record, about_id=key), by, at or clock.now())


def forget(kind: str, keys: Collection[Any]) -> int:
    """What waited for records that are erased, in the erasure’s own transaction: nobody is asked to open what is gone.
    `kind` is as in `about_kind`. How many."""
    found = Task.objects.filter(about_kind=kind, about_id__in=[str(key) for key in keys])
    return found.delete()[1].get(Task._meta.label, 0)


@deed("tasks.take")
def take(*, task: Task, by: Actor, at: datetime) -> Task:
    """A task for a role becomes that of the person who takes it. NotNow when somebody else was quicker."""
    policies.take(by, task).require()
    with lent(task.authority_id):
        fresh = lock(task)
        if fresh.done_at is not None or fresh.for_user_id not in (None, by.user_id):
            raise NotNow(ALREADY_TAKEN)
        fresh.for_user_id = by.user_id
        fresh.grants = _grants(fresh)
        fresh.save_next("for_user", "grants")
    return fresh


def hand_back(user_id: UUID, *, authority_id: int, by: Doer, at: datetime | None = None) -> int:
    """Open tasks of somebody who leaves go back to their role, or to whoever they would go up to. How many."""
    moved = 0
    with lent(authority_id):
        for task in _open().filter(for_user_id=user_id, authority_id=authority_id):
            _give(task, task.for_grant or task.escalate_to, by, at)
            moved += 1
    return moved


def when_somebody_leaves(*, user: User, by: Doer, at: datetime) -> None:
    """What waits for somebody waits for their role, wherever they have no role any more. Registered with accounts in
    AppConfig.ready."""
    held = Membership.objects.filter(user=user)
    stays = set(held.valid().values_list("authority_id", flat=True)) if user.is_active else set()
    for authority_id in sorted(set(held.values_list("authority_id", flat=True)) - stays):
        hand_back(user.pk, authority_id=authority_id, by=by, at=at)


def carry(*about: models.Model) -> None:
    """What waits about these records carries the grants of single records that they carry now. Of one authority."""
    for record in about:
        kind, key = named(record)
        with lent(record.authority_id):  # type: ignore[attr-defined]
            for task in _open().filter(about_kind=kind, about_id=key):
                task.grants = list(dict.fromkeys([*task.grants, *tokens(record)]))
                task.save_next("grants")


def keep_from(user_id: UUID, key: UUID, *, authority_id: int, otherwise: str, by: Doer, at: datetime) -> int:
    """Somebody sees nothing of a record any more (they say so in the same deed): what of it waits for them waits for
    their role, or for whoever it would go up to, or for `otherwise`; what waits for a role that nobody else holds goes
    up at once. How many.
    """
    moved = 0
    with lent(authority_id):
        out = {user_id, *interested([token(key)])}
        for task in _open().filter(grants__contains=[token(key)], authority_id=authority_id):
            if task.for_user_id not in (None, user_id):
                continue
            ways = [way for way in dict.fromkeys([task.for_grant, task.escalate_to, otherwise]) if way]
            to = next((way for way in ways if any(one.pk not in out for one in holders(way))), ways[0])
            if task.for_user_id is None and to == task.for_grant:
                continue
            _give(task, to, by, at)
            moved += 1
    return moved


def _give(task: Task, grant: str, by: Doer, at: datetime | None) -> None:
    """To whoever holds a grant. Where the same waits for them already, this one is that one."""
    same = _open().filter(kind=task.kind, about_kind=task.about_kind, about_id=task.about_id)
    if same.filter(for_user=None, for_grant=grant).exclude(pk=task.pk).exists():
        _finish(_open().filter(pk=task.pk), by, at or clock.now())
        return
    task.for_user, task.for_grant = None, grant
    task.grants = _grants(task)
    task.save_next("for_user", "for_grant", "grants")


def tokens(record: models.Model) -> list[str]:
    """The grants of single records under which a record is kept; none where it is not protected."""
    return list(getattr(record, "tokens", ()))


def _open() -> models.QuerySet[Task]:
    return Task.objects.filter(done_at__isnull=True)


def _finish(tasks: models.QuerySet[Task], by: Doer, at: datetime) -> int:
    return tasks.update(done_at=at, done_by=by.ledger_name[:80], version=models.F("version") + 1)


def _grants(task: Task) -> list[str]:
    grants = [task.system_grant()]
    if task.for_user_id:
        grants.append(f"user:{task.for_user_id}")
    if task.for_grant:
        grants.append(task.for_grant)
    if task.escalated_at:
        grants.append(task.escalate_to)
    return list(dict.fromkeys([*grants, *task.tokens]))


def _open_once(task: Task) -> Task:
    # A task for a role that somebody has taken is still that task.
    same = Q(for_user=task.for_user) if task.for_user_id else Q(for_grant=task.for_grant)
    alike = _open().filter(same, kind=task.kind, about_kind=task.about_kind, about_id=task.about_id)
    found = alike.first()
    if found:
        return found
    try:
        with transaction.atomic():
            task.save(force_insert=True)
    except IntegrityError:
        found = alike.first()
        if found is None:
            raise
        return found
    return task

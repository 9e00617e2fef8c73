"""What no record holds any more: people without a referral, visitors who wrote nothing, links, sent forms, sessions,
invitations nobody took; and refused proposals, in their time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta
from importlib import import_module

import structlog
from allauth.usersessions.models import UserSession
from django.apps import apps
from django.conf import settings
from django.db import connection, models, transaction
from django.db.models import Exists, OuterRef
from django.db.models.functions import Coalesce

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting
from waymark.foundation.access.models import OnceToken, Visitor, VisitorLink
from waymark.foundation.accounts import typed_text
from waymark.foundation.accounts.models import Invitation
from waymark.foundation.places.models import Authority
from waymark.foundation.retention import lives
from waymark.foundation.retention.classes import find
from waymark.foundation.retention.models import Erasure

from . import erasing

JOB = "retention"
log = structlog.get_logger(__name__)


def clear(now: datetime) -> dict[str, int]:
    """How many of each went. One that fails is logged by name and does not hold up the others. Again, none."""
    return {
        step.__name__: _each(step, now)
        for step in (unheld, refusals, visitors, links, forms, typed, sessions, invitations)
    }


def unheld(now: datetime) -> int:
    """What was kept for something else that is gone: people whom no referral is about any more. What the database
    cannot erase, since something needs it that nobody named, is counted by `queries.left_over`, and shown."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT kind, record_id, authority, class_code FROM retention.erase_left_over()")
        gone = cursor.fetchall()
    for kind, record_id, authority_id, _code in gone:
        for step in lives.WHEN_ERASED:
            step(kind, record_id, authority_id)
    for (kind, authority_id, code), count in Counter((row[0], row[2], row[3]) for row in gone).items():
        erasing.note(authority_id, code, kind, count, now, ground=Erasure.Ground.LEFT_OVER)
    return len(gone)


def refusals(now: datetime) -> int:
    """Proposals that were refused, with the reason that somebody wrote: as long as records of what was overridden."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT authority, count FROM retention.erase_refusals()")
        gone = cursor.fetchall()
    for authority_id, count in gone:
        erasing.note(authority_id, "break-glass", "retention.Proposal", count, now)
    return sum(count for _authority, count in gone)


def visitors(now: datetime) -> int:
    """Addresses of visitors of whom nothing is held: no draft, enquiry, referral or letter, and no link that works."""
    long_ago = now - _period("draft-referral")
    idle = Visitor.objects.filter(first_seen_at__lte=long_ago)
    idle = idle.exclude(Exists(VisitorLink.objects.filter(visitor=OuterRef("pk"), made_at__gt=long_ago)))
    for field in _pointing_at_visitors():
        theirs = field.model._base_manager.filter(**{field.name: OuterRef("pk")})
        idle = idle.exclude(Exists(theirs))
    return int(idle.delete()[1].get("access.Visitor", 0))


def links(now: datetime) -> int:
    """Links that stopped working, after 30 days."""
    return VisitorLink.objects.filter(expires_at__lte=now - _period("notification")).delete()[0]


def forms(now: datetime) -> int:
    """That a form was sent once: as long as technical logs."""
    return OnceToken.objects.filter(spent_at__lte=now - _period("technical-log")).delete()[0]


def typed(now: datetime) -> int:
    """What was typed and not sent, after its half hour, though nobody typed since."""
    typed_text.forget_old(now)
    return 0


def sessions(now: datetime) -> int:
    """Sessions that ended, and where they were used from."""
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()
    return UserSession.objects.filter(last_seen_at__lte=now - _period("account")).delete()[0]


def invitations(now: datetime) -> int:
    """The address of somebody who never took an invitation. That somebody was invited, and by whom, stays."""
    over = Invitation.objects.filter(accepted_at=None, expires_at__lte=now - _period("account"))
    return over.exclude(email="").update(email="", withdrawn_at=Coalesce("withdrawn_at", now))


def _pointing_at_visitors() -> list[models.ForeignKey]:
    """Of the rows of any part: what they wrote, added, or were sent. Their links go with them."""
    return [
        field
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if isinstance(field, models.ForeignKey)
        and field.related_model is Visitor
        and model is not VisitorLink
    ]


def _period(class_code: str) -> timedelta:
    """The longest a class is kept, in days."""
    ends = find(class_code).erased_after
    return timedelta(days=ends.measure // 16) if ends else timedelta()


def _each(step: Callable[[datetime], int], now: datetime) -> int:
    everywhere = Authority.objects.values_list("pk", flat=True)
    try:
        with transaction.atomic(), acting(Actor.job(JOB, *everywhere, everywhere=True)):
            return step(now)
    except Exception as problem:  # noqa: BLE001  (one kind must not keep the others)
        log.error("leftovers not cleared", what=step.__name__, problem=type(problem).__name__)
        return 0

"""Somebody answers, by a link and without a name; and may take back that their words are quoted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from waymark.delivery.feedback import queries, wording
from waymark.delivery.feedback.links import ROOM, Asked
from waymark.delivery.feedback.models import Mark, Remark, Reply, Round
from waymark.delivery.training.actions.granting import planned_by
from waymark.delivery.training.models import Attendance
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.loading import lock
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import Incomplete, NotNow
from waymark.foundation.ledger.deeds import deed

NOTHING = _("Answer at least one question.")
USED = _("As many people have answered by this link as came. Thank you.")
NO_LEAVE = _("Your words are not quoted.")


@dataclass(frozen=True)
class Said:
    """By the key of the question: the answer and, of a pair, the one before; own words."""

    marks: Mapping[UUID, tuple[int, int | None]]
    words: Mapping[UUID, str]
    may_quote: bool = False


@deed("feedback.answer")
def answer(*, by: Actor, at: datetime, round_: Round, link: Asked, most: int, said: Said) -> Reply:
    """One person’s answers, once: they are not changed afterwards. `most`: how often this link may be used."""
    round_ = lock(round_)
    if not said.marks and not said.words:
        raise Incomplete(NOTHING)
    if left(round_, link, most) <= 0:
        raise NotNow(USED)
    given = planned_by(round_.authority_id)
    reply = Reply.objects.create(
        **given, round=round_, link_key=link.hashed, answered_on=clock.uk_date(at),
        may_quote=said.may_quote and bool(said.words), wording=wording.NOW,
    )  # fmt: skip
    Mark.objects.bulk_create(
        Mark(**given, reply=reply, question_id=key, value=value, before=before)
        for key, (value, before) in said.marks.items()
    )
    Remark.objects.bulk_create(
        Remark(**given, reply=reply, question_id=key, words=words) for key, words in said.words.items()
    )
    return reply


@deed("feedback.take-back")
def take_back(*, by: Actor, at: datetime, reply: Reply) -> Reply:
    """The words may not be quoted any more. What was printed before cannot be called back."""
    reply = lock(reply)
    if not reply.may_quote or reply.withdrawn_on is not None:
        raise NotNow(NO_LEAVE)
    reply.withdrawn_on = clock.uk_date(at)
    reply.save_next("withdrawn_on")
    return reply


def left(round_: Round, link: Asked, most: int) -> int:
    """How often a link may still be used: never more often than people came who have not answered by any."""
    open_ = queries.came(round_.session) - round_.replies.count()
    return min(open_, most - queries.used(round_, link.hashed).count())


def opened(link: Asked) -> tuple[Round, int] | None:
    """The round of a link and how many may answer by it. None for one that opens nothing (any more)."""
    rounds = Round.objects.select_related("session__taught__course", "question_set").filter(
        authority_id=link.authority_id
    )
    if link.way == ROOM:
        found = rounds.filter(pk=link.key).first()
        return (found, queries.came(found.session)) if found else None
    attendance = (
        Attendance.objects.filter(pk=link.key, authority_id=link.authority_id).exclude(came="no_show").first()
    )
    if attendance is None:
        return None
    found = rounds.filter(session=attendance.session_id, occasion=link.way).first()
    return (found, attendance.number) if found else None

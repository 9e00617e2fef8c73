"""Words for papers: those that their giver allows, as long as the leave lasts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.utils.formats import date_format

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import lent
from waymark.foundation.kernel import clock
from waymark.foundation.measures.periods import Period
from waymark.foundation.measures.quotes import Quote, Source

from . import queries, wording
from .models import Remark

MOST = 100


def found(actor: Actor, authority_id: int, period: Period) -> list[Quote]:
    """By the month and the course: not by the session, and not by the day. One query."""
    rows = queries.quotes(actor).filter(
        authority_id=authority_id,
        reply__answered_on__gte=period.from_on,
        reply__answered_on__lte=period.until_on,
    )
    return [_quote(one) for one in rows.order_by("id")[:MOST]]


def _quote(one: Remark) -> Quote:
    reply = one.reply
    about = f"{reply.round.session.taught.course.name}, {date_format(reply.round.asked_at, 'F Y')}"
    asked = str(wording.VERSIONS[reply.wording])
    return Quote(str(one.pk), one.words, about, asked, wording.until(reply.wording, reply.answered_on))


def over(authority_id: int, keys: Sequence[str]) -> dict[str, date | None]:
    """One query, by the system’s own sight: a paper says it to whoever reads it."""
    with lent(authority_id):
        rows = Remark.objects.filter(authority_id=authority_id, pk__in=keys).select_related("reply")
        held = {str(one.pk): one for one in rows}
    ended: dict[str, date | None] = {key: None for key in keys if key not in held}
    for key, one in held.items():
        last = wording.until(one.reply.wording, one.reply.answered_on)
        if one.reply.withdrawn_on is not None:
            ended[key] = one.reply.withdrawn_on
        elif one.set_aside_at is not None:
            ended[key] = clock.uk_date(one.set_aside_at)
        elif last < clock.today():
            ended[key] = last
    return ended


SOURCE = Source(found, over)

"""What waits for whom about a request to see one’s own data, and its periods."""

from __future__ import annotations

from datetime import date, datetime, time

from django.utils.translation import gettext_lazy as _

from waymark.foundation import tasks
from waymark.foundation.kernel import clock
from waymark.foundation.ledger.deeds import Doer
from waymark.foundation.tasks import ClockDefault, Kind, Unit, clocks

from .models import Request

LAW = _("UK GDPR, article 12A")
ANSWER_IN, LONGER_BY = "stewardship.answer", "stewardship.extend"
# Both are the law’s: made no longer, in the database too (the first migration).
CLOCKS = (
    ClockDefault(ANSWER_IN, _("Answering a request to see one’s own data"), 1, Unit.MONTHS, LAW, confirmed=True),
    ClockDefault(
        LONGER_BY, _("How much longer an answer may take, when the person is told why"), 2, Unit.MONTHS, LAW,
        confirmed=True,
    ),
)  # fmt: skip
PAGE = "stewardship:request"
ANSWER = Kind("stewardship.answer", _("Answer a request to see one’s own data"), PAGE)
RELEASE = Kind("stewardship.release", _("Release an answer to a request to see one’s own data"), PAGE)
KINDS = (ANSWER, RELEASE)


def due(request: Request, code: str, start: date) -> tuple[date, str]:
    """The day on which a period is over that begins on `start`; the period as a record keeps it."""
    period = clocks.period(code, on=start, authority_id=request.authority_id)
    noon = datetime.combine(start, time(12), clock.UK)
    last = clocks.due(code, noon, authority_id=request.authority_id)
    return clock.uk_date(last), period.kept


def waits(request: Request, by: Doer, at: datetime) -> None:
    """Whoever prepares and releases is asked, until the day on which the answer is due."""
    to, done_by = f"authority:{request.authority_id}:subject-access", _end_of(request.due_on)
    tasks.done(ANSWER.code, about=request, by=by, at=at)
    tasks.ask(ANSWER.code, about=request, to=to, by=by, at=at, due_at=done_by)


def waits_for_release(request: Request, by: Doer, at: datetime) -> None:
    to = f"authority:{request.authority_id}:subject-release"
    tasks.ask(RELEASE.code, about=request, to=to, by=by, at=at, due_at=_end_of(request.due_on))


def sent_back(request: Request, by: Doer, at: datetime) -> None:
    tasks.done(RELEASE.code, about=request, by=by, at=at)


def nothing_more(request: Request, by: Doer, at: datetime) -> None:
    tasks.done(ANSWER.code, RELEASE.code, about=request, by=by, at=at)


def _end_of(day: date) -> datetime:
    return datetime.combine(day, clocks.DAY_ENDS, clock.UK)

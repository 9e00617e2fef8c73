"""How long a session lasts: idle, and altogether. Parts above say for whom it is shorter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from allauth.account.authentication import get_authentication_records
from django.http import HttpRequest

from waymark.foundation.kernel import clock


@dataclass(frozen=True)
class Limit:
    """One period, since when it holds here, and whose advice it follows."""

    lasts: timedelta
    since: date
    source: str


SINCE = date(2026, 11, 21)
IDLE = Limit(timedelta(minutes=30), SINCE, "NIST SP 800-63B (2017) 4.2.3, assurance level 2: 30 minutes")
ABSOLUTE = Limit(
    timedelta(hours=10), SINCE, "OWASP ASVS 5.0, 7.3.2; under the 12 hours of NIST SP 800-63B 4.2.3"
)
ADMINISTRATOR_IDLE = Limit(
    timedelta(minutes=15), SINCE, "NIST SP 800-63B (2017) 4.3.3, assurance level 3: 15 minutes"
)
# How long before the end the page warns (WCAG 2.2, 2.2.1: at least 20 seconds).
WARNING = timedelta(minutes=2)

# When the session began, and when it was last used: in the session itself.
BEGAN = "accounts_began"
USED = "accounts_used"
# Written at most this often, so that quick clicks do not write the session each time: it may end so much earlier.
USED_EVERY = 10

IdleFor = Callable[[HttpRequest], timedelta | None]
_shorter: list[IdleFor] = []


def shorter_idle(hook: IdleFor) -> None:
    """Declare, in AppConfig.ready, for whom an unused session ends earlier: `hook(request)` returns how early."""
    if hook not in _shorter:
        _shorter.append(hook)


def idle_of(request: HttpRequest) -> timedelta:
    """How long the session of this request may lie unused: the shortest that anything says."""
    return min([IDLE.lasts, *(said for hook in _shorter if (said := hook(request)) is not None)])


def begin(request: HttpRequest) -> None:
    """A session begins: somebody has signed in."""
    request.session[BEGAN] = request.session[USED] = clock.now().timestamp()


def ends_at(request: HttpRequest) -> datetime:
    """When the session of this request ends if nothing is done from now on."""
    now = clock.now()
    return min(now + idle_of(request), _began(request) + ABSOLUTE.lasts)


def is_over(request: HttpRequest) -> bool:
    """Has the session lain unused, or gone on, for too long?"""
    now = clock.now()
    used = datetime.fromtimestamp(request.session.get(USED, now.timestamp()), tz=now.tzinfo)
    return now - used > idle_of(request) or now - _began(request) > ABSOLUTE.lasts


def note_used(request: HttpRequest) -> None:
    """The session is in use."""
    now = clock.now().timestamp()
    request.session.setdefault(BEGAN, now)
    if now - request.session.get(USED, 0) >= USED_EVERY:
        request.session[USED] = now


def _began(request: HttpRequest) -> datetime:
    now = clock.now()
    began = request.session.get(BEGAN)
    if began is None:
        # A session from before this was noted: it began when its holder signed in.
        began = min(
            (r["at"] for r in get_authentication_records(request, request.user)), default=now.timestamp()
        )
    return datetime.fromtimestamp(began, tz=now.tzinfo)

"""What home declares about looks when the server starts: permissions, the weekly task, links, retention."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from waymark.foundation import tasks
from waymark.foundation.access import alongside, permissions
from waymark.foundation.interface import navigation
from waymark.foundation.retention.kept import declare_kept
from waymark.foundation.tasks import LOCAL, ClockDefault, Kind, Unit

from .permissions import SENTENCES, Permission

CLOCK = ClockDefault(
    "home.review-looks",
    _("Reviewing a week’s looks"),
    5,
    Unit.WORKING_DAYS,
    LOCAL,
)
KIND = Kind(
    "home.review-looks",
    _("Review last week’s looks at records"),
    "home:review-week",
    "home.review-looks",
    url_takes="id",
)


def declare() -> None:
    """For AppConfig.ready."""
    from . import looks_shown  # it needs models

    permissions.declare(Permission, SENTENCES)
    tasks.declare(KIND)
    tasks.declare_clock(CLOCK)
    alongside.offer(looks_shown.links)
    declare_kept("home.Review", "ledger", starts="made_at")
    declare_kept("home.Inquiry", "ledger", starts="asked_at")
    declare_kept(
        "home.HomeArea",
        "account",
        starts="noted_on",
        erase=None,
        otherwise="With the account, by the accounts part.",
    )
    navigation.add("ledger", "home:reviews", _("Weekly review"), Permission.REVIEW_LOOKS)

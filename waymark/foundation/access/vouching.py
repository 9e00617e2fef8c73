"""What the pages of recovery show: plain rows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from waymark.foundation.interface.moments import moment
from waymark.foundation.interface.tables import Column, Table, link

from .models import Recovery

EMPTY = gettext_lazy(
    "Nobody vouched for anybody yet. When somebody loses their phone and their codes, two people help them "
    "back in here."
)


def state(row: Recovery) -> str:
    """Waiting for a second person, confirmed, used, stopped or over."""
    if row.used_at is not None:
        return _("Used %(when)s") % {"when": moment(row.used_at)}
    if row.stopped_at is not None:
        return _("Stopped %(when)s") % {"when": moment(row.stopped_at)}
    if not row.is_open:
        return _("Over: it was not used in time")
    return _("Confirmed: the link waits to be used") if row.confirmed_at else _("Waiting for a second person")


def listing(rows: Iterable[Recovery]) -> Table:
    def named(row: Recovery) -> Any:
        return (
            link(reverse("recovery:confirm", args=[row.pk]), row.user.get_full_name())
            if row.waits
            else row.user
        )

    columns = (
        Column(_("For whom"), named),
        Column(_("Who vouched"), lambda row: row.vouched_by.get_full_name()),
        Column(_("When"), lambda row: moment(row.vouched_at)),
        Column(_("Who confirmed"), lambda row: row.confirmed_by.get_full_name() if row.confirmed_by else ""),
        Column(_("How it stands"), state),
    )
    return Table(_("Who vouched for whom"), columns, rows, empty=EMPTY)

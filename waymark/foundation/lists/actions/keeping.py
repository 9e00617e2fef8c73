"""An entry is added, or gets its last day. None is changed and none goes."""

from __future__ import annotations

from datetime import date, datetime
from uuid import uuid4

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import NotNow, Refusal
from waymark.foundation.ledger.deeds import deed
from waymark.foundation.lists import policies, queries
from waymark.foundation.lists.declared import LISTS, OWN
from waymark.foundation.lists.models import Entry

PAST = _("The day must not be in the past.")
ENDED = _("This has its last day already.")


@deed("lists.add")
def add(
    *,
    by: Actor,
    at: datetime,
    authority_id: int,
    list_code: str,
    label: str,
    from_on: date,
    reason: str,
    label_cy: str = "",
) -> Entry:
    """A new entry, offered from a day on. Refusal, at its field, for one that the list has then, in either language."""
    policies.keep(by, authority_id).require()
    if from_on < clock.uk_date(at):
        raise Refusal(PAST, field="from_on")
    known = queries.known(list_code, authority_id, from_on)
    for field, words in (("label", label), ("label_cy", label_cy)):
        if words.casefold() in known:
            raise Refusal(_("The list has this already."), field=field)
    return Entry.objects.create(
        authority_id=authority_id, list=list_code, code=OWN + uuid4().hex[:12], label=label, label_cy=label_cy,
        from_on=from_on, reason=reason,
    )  # fmt: skip


@deed("lists.end")
def end(
    *, by: Actor, at: datetime, authority_id: int, list_code: str, code: str, until_on: date, reason: str = ""
) -> Entry:
    """Its last day, for an entry of one’s own or a national one. Refusal when other rules stand on it."""
    policies.keep(by, authority_id).require()
    if until_on < clock.uk_date(at):
        raise Refusal(PAST, field="until_on")
    if code in LISTS[list_code].fixed:
        raise Refusal(_("Other rules need this entry. It is always offered."), field="until_on")
    if not code.startswith(OWN):
        return _end_national(authority_id, list_code, code, until_on, reason, clock.uk_date(at))
    entry = Entry.objects.select_for_update().get(authority_id=authority_id, list=list_code, code=code)
    if entry.until_on is not None:
        raise NotNow(ENDED)
    if until_on < entry.from_on:
        raise Refusal(_("The last day is not before the first."), field="until_on")
    entry.until_on = until_on
    entry.save(update_fields=["until_on"])
    return entry


def _end_national(
    authority_id: int, list_code: str, code: str, until_on: date, reason: str, today: date
) -> Entry:
    try:
        with transaction.atomic():
            return Entry.objects.create(
                authority_id=authority_id, list=list_code, code=code, from_on=today, until_on=until_on,
                reason=reason,
            )  # fmt: skip
    except IntegrityError as twice:
        raise NotNow(ENDED) from twice

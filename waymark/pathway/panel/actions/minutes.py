"""The minutes of one item: written, written anew with a reason, signed by whoever chaired it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from waymark.foundation import tasks
from waymark.foundation.access import roles
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.loading import lock
from waymark.foundation.kernel.refusals import Incomplete, NotNow
from waymark.foundation.ledger.deeds import deed
from waymark.pathway.panel import minuting, policies, queries, worklist
from waymark.pathway.panel.models import Item, Minute, MinuteSignature


@deed("panel.write-minutes")
def write(
    *,
    by: Actor,
    at: datetime,
    item: Item,
    shared: Mapping[int, str],
    risk: str,
    actions: str = "",
    because: str = "",
) -> Minute:
    """What was said of an item. `shared`: the key of each organisation that came → what it shared, or nothing.

    Where minutes stand already, the new ones point back at them, and need a reason.
    """
    item = lock(item)
    policies.write_minutes(by, item).require()
    if not risk:
        raise Incomplete(_("Write what was weighed."), field="risk")
    newest = minuting.newest(item)
    if newest is not None and not because:
        raise Incomplete(_("Say why the minutes are written anew."), field="because")
    agencies = minuting.agencies(item)
    minute = Minute.objects.create(
        authority_id=item.authority_id,
        grants=list(item.grants),
        item=item,
        there="\n".join(minuting.there(item)),
        shared={agencies[key]: words for key, words in shared.items() if words and key in agencies},
        nil_returns=sorted(key for key in agencies if not shared.get(key)),
        risk=risk,
        actions=actions,
        corrects=newest,
        because=because if newest else "",
        written_by_id=by.user_id,
        written_at=at,
    )
    _to_sign(item, by, at)
    return minute


def _to_sign(item: Item, by: Actor, at: datetime) -> None:
    chair = queries.chairs_item(item)
    if chair is not None:
        late = f"authority:{item.meeting.authority_id}:panel"
        tasks.ask(worklist.SIGN.code, about=item.meeting, to=chair, by=by, at=at, escalate_to=late)


@deed("panel.sign-minutes")
def sign(*, by: Actor, at: datetime, minute: Minute) -> MinuteSignature:
    """Whoever chaired the item stands by what is written of it."""
    policies.sign_minutes(by, minute).require()
    if MinuteSignature.objects.filter(minute=minute).exists():
        raise NotNow(_("These minutes are signed already."))
    signature = MinuteSignature.objects.create(
        authority_id=minute.authority_id,
        grants=list(minute.grants),
        minute=minute,
        signed_by_id=by.user_id,
        signed_as=roles.signed_as(by.roles),
        signed_at=at,
    )
    meeting = minute.item.meeting
    if not minuting.unsigned(by, meeting):
        tasks.done(worklist.SIGN.code, about=meeting, by=by, at=at)
    return signature

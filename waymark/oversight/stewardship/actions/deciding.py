"""Each item is decided by somebody who gathered it: given, given in part, or withheld, with the law and a reason."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.loading import lock
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import Incomplete, Refusal
from waymark.foundation.ledger.deeds import deed
from waymark.oversight.stewardship import exemptions, policies, taking_out
from waymark.oversight.stewardship.models import Decision, Item

MARKS = _(
    "Put [[ before and ]] after each part that is taken out, and change nothing else. The text below is as you sent it."
)


@deed("stewardship.decide")
def decide(
    *, by: Actor, at: datetime, item: Item, version: int, decision: str, marked: str = "", exemption: str = "",
    reason: str = "",
) -> Item:  # fmt: skip
    """Incomplete or Refusal, at its field, when something is missing or does not fit."""
    item = lock(item, version)
    policies.decide(by, item).require()
    if decision == Decision.GIVE:
        exemption = marked = ""
        if item.others and not reason:
            raise Incomplete(_("Say why what tells of other people is given."), field="reason")
    else:
        marked = _check(item, clock.uk_date(at), decision, marked, exemption, reason)
    item.decision, item.marked, item.exemption, item.reason = decision, marked, exemption, reason
    item.decided_by_id, item.decided_at = by.user_id, at
    item.save_next("decision", "marked", "exemption", "reason", "decided_by", "decided_at")
    return item


def _check(item: Item, on: object, decision: str, marked: str, exemption: str, reason: str) -> str:
    """The marked words, where some are taken out."""
    law = {one.code: one for one in exemptions.on(on)}.get(exemption)  # type: ignore[arg-type]
    if law is None:
        raise Incomplete(_("Choose by what law it is withheld."), field="exemption")
    if not reason:
        raise Incomplete(_("Say why it is withheld."), field="reason")
    if decision == Decision.WHOLE:
        return ""
    if item.is_document:
        raise Refusal(_("A document is given whole or not at all."), field="decision")
    if law.silent:
        raise Refusal(_("This law would show in what is left. Withhold all of it."), field="decision")
    if not taking_out.is_marked(item.words, marked):
        raise Refusal(MARKS, field="marked")
    return marked

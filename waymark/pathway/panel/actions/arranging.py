"""Setting up a panel, its terms of reference, and its end."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.loading import lock
from waymark.foundation.kernel.references import Letter, new_reference
from waymark.foundation.kernel.refusals import Incomplete, NotNow, Refusal
from waymark.foundation.ledger.deeds import deed
from waymark.foundation.places.models import Authority
from waymark.pathway.panel import policies, queries
from waymark.pathway.panel.models import Panel, Terms


def grants_of(panel: Panel) -> list[str]:
    """Whoever arranges panels, whoever sits on this one, the system’s own steps."""
    return [f"authority:{panel.authority_id}:panel", f"panel:{panel.pk}", panel.system_grant()]


def with_(panel: Panel) -> dict[str, object]:
    """What every row of a panel carries."""
    return {"authority_id": panel.authority_id, "grants": grants_of(panel)}


@deed("panel.add")
def add(
    *,
    by: Actor,
    at: datetime,
    authority: Authority,
    name: str,
    kind: str,
    begins_on: date,
    others: Collection[int] = (),
    chairing_agreed_on: date | None = None,
) -> Panel:
    """A panel of `authority`, for itself and for `others` (keys), which have agreed that it chairs."""
    policies.arranges(by, authority.pk).require()
    near = set(queries.could_combine(authority, begins_on).values_list("pk", flat=True))
    if set(others) - near:
        raise Refusal(_("Choose authorities of the same police force or region."), field="others")
    if others and chairing_agreed_on is None:
        raise Incomplete(_("Say when the authorities agreed who chairs."), field="chairing_agreed_on")
    panel = Panel(
        authority=authority,
        reference=new_reference(Letter.PANEL),
        name=name,
        kind=kind,
        covers=[authority.pk, *sorted(set(others))],
        chairing_agreed_on=chairing_agreed_on if others else None,
        begins_on=begins_on,
    )
    panel.grants = grants_of(panel)
    panel.save(force_insert=True)
    return panel


@deed("panel.agree-terms")
def agree_terms(
    *,
    by: Actor,
    at: datetime,
    panel: Panel,
    words: str,
    meets: str,
    agreed_on: date,
    in_force_from: date,
    review_on: date,
    quorum: Collection[str] = (),
    quorum_number: int = 2,
) -> Terms:
    """Terms of reference from a day on. Those before stay readable."""
    panel = lock(panel)
    policies.arrange(by, panel).require()
    if review_on <= in_force_from:
        raise Refusal(_("The day of the review must be after the first day."), field="review_on")
    if agreed_on > in_force_from:
        raise Refusal(_("They cannot hold before the panel agreed them."), field="in_force_from")
    if panel.terms.filter(in_force_from=in_force_from).exists():
        raise Refusal(_("Other terms begin on this day already. Choose another day."), field="in_force_from")
    return Terms.objects.create(
        **with_(panel),
        panel=panel,
        words=words,
        meets=meets,
        agreed_on=agreed_on,
        in_force_from=in_force_from,
        review_on=review_on,
        quorum=sorted(set(quorum)),
        quorum_number=quorum_number,
        recorded_by_id=by.user_id,
    )


@deed("panel.end")
def end(*, by: Actor, at: datetime, panel: Panel, version: int, ended_on: date, because: str) -> Panel:
    """The panel has a last day. What it holds stays readable to whoever arranges panels."""
    panel = lock(panel, version)
    policies.arrange(by, panel).require()
    if panel.ended_on is not None:
        raise NotNow(_("The last day of this panel has been set already."))
    if ended_on < panel.begins_on:
        raise Refusal(_("The last day must not be before the first day."), field="ended_on")
    panel.ended_on, panel.ended_because = ended_on, because
    panel.save_next("ended_on", "ended_because")
    return panel

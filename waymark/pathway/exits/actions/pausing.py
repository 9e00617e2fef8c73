"""Support pauses and goes on; what is known of an investigation beside it is written down."""

from __future__ import annotations

from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.loading import lock
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import NotNow, Refusal
from waymark.foundation.ledger.deeds import deed
from waymark.foundation.places.models import Nation
from waymark.pathway.channel.actions.moving import move
from waymark.pathway.channel.models import Case, Kind
from waymark.pathway.consent import standing
from waymark.pathway.exits import policies, queries
from waymark.pathway.exits.models import GoingOn, Investigation, Pause

from .under import carried, happened, said, signed


@deed("exits.pause")
def pause(*, by: Actor, at: datetime, case: Case, version: int, kind: str, reason: str, on: date) -> Pause:
    """Support stops for now: custody, an investigation, something else. The case stays with the panel."""
    case = lock(case, version)
    policies.pause(by, case).require()
    said(reason, "reason")
    happened(on, at, "on")
    made = Pause.objects.create(**carried(case), case=case, kind=kind, reason=reason, on=on, **signed(by, at))
    move(case, "pause", Kind.PAUSED, by=by, at=at, on=on)
    return made


@deed("exits.go-on")
def go_on(*, by: Actor, at: datetime, case: Case, version: int, reason: str, on: date) -> GoingOn:
    """Support goes on, and why it can."""
    case = lock(case, version)
    policies.go_on(by, case).require()
    said(reason, "reason")
    happened(on, at, "on")
    paused = queries.open_pause(case)
    if paused is None:
        raise NotNow(_("Support is not paused."))
    if standing.of(case, clock.uk_date(at)) is None:
        raise NotNow(_("There is no consent now. Ask for it before support goes on."))
    if on < paused.on:
        raise Refusal(_("Support goes on after it was paused."), field="on")
    made = GoingOn.objects.create(**carried(case), pause=paused, reason=reason, on=on, **signed(by, at))
    move(case, "go-on", Kind.WENT_ON, by=by, at=at, on=on)
    return made


@deed("exits.investigation")
def investigation(
    *,
    by: Actor,
    at: datetime,
    case: Case,
    version: int,
    words: str,
    notified_on: date | None = None,
    acted_on: date | None = None,
    agreed_on: date | None = None,
) -> Investigation:
    """What is known of an overt investigation. It moves nothing: the panel weighs it and decides."""
    case = lock(case, version)
    policies.investigation(by, case).require()
    said(words, "words")
    days = {"notified_on": notified_on, "acted_on": acted_on, "agreed_on": agreed_on}
    for field, day in days.items():
        if day:
            happened(day, at, field)
    return Investigation.objects.create(**carried(case), case=case, words=words, **days, **signed(by, at))


def three_tests(case: Case) -> None:
    """In Scotland a panel adopts beside an investigation only when all three is so; NotNow says what is not.

    Source: PMAP duty guidance, addendum of October 2025. The database refuses the same (sql/exits.sql).
    """
    if case.authority.nation != Nation.SCOTLAND:
        return
    newest = Investigation.objects.filter(case=case).order_by("-signed_at", "-recorded_at").first()
    missing = [str(fact) for fact, on in newest.facts if not on] if newest else []
    if missing:
        words = _("There is an investigation beside this case. Not yet written down: %(missing)s.")
        raise NotNow(words % {"missing": "; ".join(missing)})

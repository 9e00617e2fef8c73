"""Channel cases for the world of the gates: supported, disputed, adopted, handed over, and one that went the whole way."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from tests.cast import Side
from waymark.foundation.kernel import clock
from waymark.pathway.channel.tests.walks import CaseWalk
from waymark.pathway.consent.tests.walks import ConsentWalk
from waymark.pathway.exits.actions import alarms, pausing, transferring
from waymark.pathway.exits.tests.walks import ExitWalk
from waymark.pathway.panel.actions import agenda, meeting, minutes
from waymark.pathway.support.tests.walks import SupportWalk

if TYPE_CHECKING:
    from tests.world import World

MOVED = dict.fromkeys(("reason", "assessment", "plan", "risk"), "The family has moved to another area.")


def all_of(world: World, side: Side) -> None:
    """Cases in `side`, and one of the other authority that is on its way here."""
    supported = world.at["supported"] = SupportWalk(side)
    supported.panel = world.panels["here"]
    supported.adopted(surname="Supportedly").under_way().said("We met.").provided().funded()
    supported.weighed()
    disputed = world.at["disputed"] = ConsentWalk(side)
    disputed.panel = world.panels["here"]
    disputed.adopted(surname="Disputedly").consented().objected()
    world.referred_elsewhere = _before_panel(world, world.cast.there, "elsewhere", "Channelly").adopted()
    with world.referred_elsewhere.acting("coordinator") as by:
        case = world.referred_elsewhere.case
        transferring.send(by=by, case=case, version=case.version, to=side.authority, **MOVED)
    _adopted(world, side)
    _the_whole_way(world, side)


def _adopted(world: World, side: Side) -> None:
    """By a majority, with minutes that the chair has signed."""
    adopted = world.at["adopted"] = _before_panel(world, side, "here", "Seventeenthly")
    police, item = adopted.table.police.pk, adopted.item
    adopted.adopted(method="majority", dissents={police: "We would wait for what the clinic says."})
    with side.acting("coordinator") as by:
        for came in ("absent", str(side.panel_police.pk)):
            why = "The seat was mixed up with another one."
            meeting.mark(by=by, meeting=item.meeting, came={police: came}, because=why)
    with side.acting("coordinator") as by:
        minute = minutes.write(by=by, item=item, shared={}, risk="What the police know and the school says.")
    with side.acting("chair") as by:
        agenda.accept(by=by, meeting=item.meeting)
    with side.acting("chair") as by:
        minutes.sign(by=by, minute=minute)


def _the_whole_way(world: World, side: Side) -> None:
    """Consent objected to, withdrawn and given again; paused, nearly handed over, ended and looked back on."""
    walk = world.at["exited"] = ExitWalk(side)
    walk.panel = world.panels["here"]
    walk.supported(surname="Eighteenthly").objected().resolved(True).withdrawn().reassessed(
        "plan"
    ).consented()
    walk.paused()
    walk.went_on()
    with walk.acting("officer") as by:
        said = {"words": "The senior officer agrees until May.", "notified_on": clock.today()}
        pausing.investigation(by=by, case=walk.case, version=walk.case.version, **said)
    with walk.acting("coordinator") as by:
        case = walk.case
        sent = transferring.send(
            by=by, case=case, version=case.version, to=world.cast.there.authority, **MOVED
        )
        transferring.take_back(
            by=by, transfer=sent, version=walk.case.version, reason="They have not moved after all."
        )
    walk.exited()
    with clock.travelled(clock.now() + timedelta(days=180)):
        alarms.give_everywhere()
        walk.looked_back()


def _before_panel(world: World, side: Side, label: str, surname: str) -> CaseWalk:
    """A case on the agenda of a meeting that has begun."""
    walk = CaseWalk(side)
    walk.panel = world.panels[label]
    walk.opened(surname=surname).put()
    return walk

"""More of everything in a world, so that a page that asks once for each row is found out."""

from __future__ import annotations

from tests.world import World
from waymark.pathway.assessment.tests.walks import PoliceWalk
from waymark.pathway.concerns.actions import adding, enquiring
from waymark.pathway.concerns.tests import form_walks
from waymark.pathway.people import actions as people
from waymark.pathway.people.actions import AddressParts, AffiliationParts
from waymark.pathway.people.models import Match
from waymark.pathway.referrals.actions import findings
from waymark.pathway.referrals.tests.walks import Walk

TIMES = 3


def grow(world: World) -> None:
    """In `here`: three more of whatever a list or a record shows. The records of before stay in their states."""
    for time in range(TIMES):
        _before_the_authority(world, time)
        _queue(world, time)
        _record(world, time)


def _before_the_authority(world: World, time: int) -> None:
    with world.cast.here.acting("teacher") as teacher:
        form_walks.started(teacher)
        form_walks.waiting(teacher)
        enquiring.ask_advice(by=teacher, question=f"A question of the {time + 1}. time?")
    with world.cast.here.acting("dsl") as dsl:
        form_walks.sent(dsl)
        adding.add_information(by=dsl, submission=world.drafts["sent"], words=f"More, {time + 1}.")


def _queue(world: World, time: int) -> None:
    here = world.cast.here
    Walk(here).received(surname=f"Newly{time}")
    Walk(here).received(surname=f"Taken{time}").taken().matched().asked("social care")
    PoliceWalk(here).sent(surname=f"Police{time}")
    PoliceWalk(here).sent(surname=f"Channel{time}").taken_by_police().checked().written().referred()
    _referred_again(world)


def _referred_again(world: World) -> None:
    """One more referral of somebody who was referred before."""
    walk = Walk(world.cast.here).received(surname="Fithly").taken()
    with walk.acting() as by:
        match = Match.objects.get(
            person=walk.referral.person, candidate_id=world.at["again"].referral.person_id
        )
        people.answer_match(by=by, match=match, version=match.version, answer="same", note="The same name")


def _record(world: World, time: int) -> None:
    walk = world.at["triage"]
    walk.asked("clinic")
    world.need(walk)
    with walk.acting() as by:
        findings.add_concern(
            by=by,
            referral=walk.referral,
            words=f"A further concern, {time}.",
            standing="reported",
            source="School",
        )
        person = walk.referral.person
        people.add_address(by=by, person=person, address=AddressParts(lines=f"{time} Mill Lane", postcode=""))
        people.add_affiliation(
            by=by, person=person, affiliation=AffiliationParts(name=f"Invented Club {time}")
        )

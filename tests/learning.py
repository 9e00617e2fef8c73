"""Training for the world of the gates, on both sides: a year of it, what people said, who was reached, the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.cast import Side
from waymark.delivery.engagement.tests.keeping import Engagement
from waymark.delivery.feedback.tests.saying import Feedback
from waymark.delivery.library.tests.holding import Library
from waymark.delivery.reach.tests.reaching import sent_to_a_school
from waymark.delivery.training.tests.teaching import Year

if TYPE_CHECKING:
    from tests.world import World


def both(world: World) -> None:
    """Under `here` and `elsewhere`."""
    sides = {"here": world.cast.here, "elsewhere": world.cast.there}
    world.approaches = {label: sent_to_a_school(side) for label, side in sides.items()}
    world.engagement = {label: Engagement(side) for label, side in sides.items()}
    # A session to come with bookings, and one that was held.
    world.training = {label: Year(side).whole() for label, side in sides.items()}
    world.library = {label: _library(side, world.training[label]) for label, side in sides.items()}
    world.feedback = {label: _feedback(year) for label, year in world.training.items()}


def _library(side: Side, year: Year) -> Library:
    """With something that was looked at again; two of it are what the course of the year is taught with."""
    with side.acting("officer"):
        version = year.version
    return Library(side).looked_at().taught(version)


def _feedback(year: Year) -> Feedback:
    """People who came were asked, and six have answered; one of them may be quoted."""
    feedback = Feedback(year, year.past)
    feedback.answered(5)
    feedback.answered(may_quote=True)
    return feedback

"""What a report is made of: parts, and the measures each of them shows. Rooms are named by their measures alone, so a
part shows as soon as a room declares them, and is left out until then.

T3 and T4 of the fact sheet on delivery, section 7.2: sessions, attendances, people, institutions by audience; N% of M.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

OPENING, CLOSING = "opening", "closing"
Asked = tuple[str, tuple[str, ...]]


@dataclass(frozen=True)
class Grid:
    """A table of several measures by one split; `charted` is the one of them that is drawn, if any."""

    title: Any
    about: Any
    by: str
    codes: tuple[str, ...]
    charted: str = ""

    def asked(self) -> Iterator[Asked]:
        return ((code, (self.by,)) for code in self.codes)


@dataclass(frozen=True)
class Part:
    """`codes` are measures of which the whole figure is asked."""

    code: str
    title: Any
    codes: tuple[str, ...]
    grids: tuple[Grid, ...] = ()
    splits: tuple[Asked, ...] = ()

    def asked(self) -> Iterator[Asked]:
        yield from ((code, ()) for code in self.codes)
        yield from self.splits
        for grid in self.grids:
            yield from grid.asked()


SESSIONS, ATTENDANCES = "training.sessions", "training.attendances"
PEOPLE, INSTITUTIONS = "training.people", "training.institutions"
SUPPORTED, SUPPORTED_CAME = "training.supported-sessions", "training.supported-attendances"
IN_SCOPE, IN_SCOPE_TRAINED = "training.in-scope", "training.in-scope-trained"
TO_REACH, REACHED, NEVER = "reach.institutions_in_scope", "reach.institutions_reached", "reach.never_reached"
ASKED, ANSWERED = "feedback.asked", "feedback.answers"
ALL = (SESSIONS, ATTENDANCES, PEOPLE, INSTITUTIONS)

TRAINING = (
    Part(
        "held", _("Training that was held"), (SESSIONS, ATTENDANCES, SUPPORTED, SUPPORTED_CAME),
        (
            Grid(_("Training by audience"), _("Audience"), "audience", ALL, ATTENDANCES),
            Grid(_("Training by course and version"), _("Course and version"), "version", (SESSIONS, ATTENDANCES)),
            Grid(_("Who delivered it"), _("Delivered by"), "delivered_by", (SESSIONS, ATTENDANCES)),
        ),
    ),
    Part(
        "people", _("Who came"), (PEOPLE, INSTITUTIONS),
        (
            Grid(_("Training by phase of the institution"), _("Phase"), "phase", (ATTENDANCES, PEOPLE, INSTITUTIONS)),
            Grid(_("How it is known who came"), _("Source"), "source", (ATTENDANCES,)),
        ),
        ((ATTENDANCES, ("known",)),),
    ),
    Part(
        "scope", _("Staff in scope"), (IN_SCOPE, IN_SCOPE_TRAINED),
        (Grid(_("Staff in scope by place"), _("Place"), "place", (IN_SCOPE, IN_SCOPE_TRAINED)),),
    ),
    Part(
        "reach", _("Institutions reached and never reached"), (TO_REACH, REACHED, NEVER),
        (Grid(_("Reach by phase"), _("Phase"), "phase", (TO_REACH, REACHED, NEVER), REACHED),),
    ),
    Part("feedback", _("What people said"), (ASKED, ANSWERED)),
)  # fmt: skip

# Where the writer’s own words can stand: before all figures, after each part, at the end.
PLACES: dict[str, Any] = {
    OPENING: _("Before the figures"),
    "held": _("After training that was held"),
    "people": _("After who came"),
    "scope": _("After staff in scope"),
    CLOSING: _("At the end"),
}


def asked() -> list[Asked]:
    """Every figure of the section, once, in the order in which it is shown."""
    return list(dict.fromkeys(one for part in TRAINING for one in part.asked()))

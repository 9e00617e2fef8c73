"""What each kind of report is made of, and where its writer can say something."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from . import channel_parts, training_parts
from .models import Kind
from .parts import Asked, Part

OPENING, CLOSING, FEEDBACK = "opening", "closing", training_parts.FEEDBACK
PARTS: dict[str, tuple[Part, ...]] = {
    Kind.TRAINING: training_parts.TRAINING,
    Kind.CHANNEL: channel_parts.CHANNEL,
}
BETWEEN: dict[str, dict[str, Any]] = {
    Kind.TRAINING: {
        "held": _("After training that was held"),
        "people": _("After who came"),
        "scope": _("After staff in scope"),
    },
    Kind.CHANNEL: {part.code: part.title for part in channel_parts.CHANNEL},
}
# Reports of these kinds tell each figure beside that of a year before, from when one of these counts something.
COMPARED: dict[str, tuple[str, ...]] = {Kind.TRAINING: (training_parts.SESSIONS, training_parts.ATTENDANCES)}
# Only who is known by name can be told apart: a nought of these says that nobody was.
BY_NAME = (training_parts.PEOPLE,)


def places(kind: str) -> dict[str, Any]:
    """Where the writer’s own words can stand: before all figures, after parts, at the end."""
    return {OPENING: _("Before the figures"), **BETWEEN[kind], CLOSING: _("At the end")}


def asked(kind: str) -> list[Asked]:
    """Every figure of a report of that kind, once, in the order in which it is shown."""
    return list(dict.fromkeys(one for part in PARTS[kind] for one in part.asked()))

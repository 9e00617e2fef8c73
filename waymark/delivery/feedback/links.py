"""Links to the questions and to one’s own answers: those of training (signed, stored nowhere, naming nobody)."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.crypto import salted_hmac

from waymark.delivery.training.links import read, token
from waymark.delivery.training.models import Attendance

from .models import Reply, Round

ROOM, MINE = "room", "mine"


@dataclass(frozen=True)
class Asked:
    """What a link opens: the questions of one attendance (`way` is the occasion), or of all in the room."""

    way: str
    authority_id: int
    key: UUID

    @property
    def hashed(self) -> str:
        """What an answer keeps of its link."""
        return salted_hmac("feedback.link", f"{self.way}:{self.key}", algorithm="sha256").hexdigest()

    @staticmethod
    def read(way: str, typed: str) -> Asked:
        """Http404 for a link that is not ours, or of another kind."""
        return Asked(way, *read(f"feedback.{way}", typed))


def of_attendance(occasion: str, attendance: Attendance) -> str:
    return token(f"feedback.{occasion}", attendance.authority_id, attendance.pk)


def of_room(round_: Round) -> str:
    return token(f"feedback.{ROOM}", round_.authority_id, round_.pk)


def of_reply(reply: Reply) -> str:
    return token(f"feedback.{MINE}", reply.authority_id, reply.pk)

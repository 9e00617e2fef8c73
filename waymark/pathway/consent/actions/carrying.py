"""What a new row under a case carries, and who signs it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.roles import signed_as
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import Incomplete, Refusal
from waymark.foundation.kernel.sentences import is_sentence
from waymark.pathway.channel.models import Case
from waymark.pathway.consent.rules import FUTURE


def under(case: Case, by: Actor, at: datetime) -> dict[str, Any]:
    return {
        "authority_id": case.authority_id,
        "grants": list(case.grants),
        "signed_by_id": by.user_id,
        "signed_as": signed_as(by.roles),
        "signed_at": at,
    }


def not_in_future(day: date, at: datetime, field: str) -> None:
    if day > clock.uk_date(at):
        raise Refusal(FUTURE, field=field)


def needs(said: str, sentence: Any, field: str, *, whole: bool = False) -> None:
    """Incomplete with that sentence when nothing (or, with `whole`, no whole sentence) is said."""
    if not (is_sentence(said) if whole else said):
        raise Incomplete(sentence, field=field)

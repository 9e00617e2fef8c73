"""Parents who disagree, a parent who may be a source of the risk: both are kept until somebody resolves it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.loading import lock
from waymark.foundation.kernel.refusals import Incomplete
from waymark.foundation.ledger.deeds import deed
from waymark.pathway.channel.models import Case
from waymark.pathway.consent import policies, queries, worklist
from waymark.pathway.consent.models import Consent, Grounds, Objection, Resolution

from .carrying import needs, not_in_future, under
from .settling import settle


@deed("consent.object")
def object_to(*, by: Actor, at: datetime, case: Case, version: int, **said: Any) -> Objection:
    """The consent of a child does not stand from now on: `grounds`, `said_by`, `said_on`, `words`."""
    case = lock(case, version)
    found = queries.said(case)
    policies.object_to(by, case, found).require()
    assert found.newest is not None  # noqa: S101  (the policy asked)
    case.save_next()
    objection = note(found.newest, by, at, at_fields=("said_by", "words"), **said)
    worklist.stage(case, by, at)
    return objection


@deed("consent.resolve")
def resolve(
    *,
    by: Actor,
    at: datetime,
    case: Case,
    version: int,
    stands: bool,
    asked: list[str],
    asked_words: str,
    reason: str,
    decided_on: date,
    reassess_on: date | None = None,
) -> Resolution:
    """Whether the consent stands after all. If not, it is as if it had been withdrawn: a day to look again is set."""
    case = lock(case, version)
    found = queries.said(case)
    policies.resolve(by, case, found).require()
    if not asked:
        raise Incomplete(_("Choose who was asked"), field="asked")
    needs(asked_words, _("Say who was asked, and when"), "asked_words")
    needs(reason, _("Give the reason in at least one whole sentence."), "reason", whole=True)
    not_in_future(decided_on, at, "decided_on")
    resolution = Resolution.objects.create(
        **under(case, by, at), objection=found.open_objection, stands=stands, asked=asked, asked_words=asked_words,
        reason=reason, decided_on=decided_on,
    )  # fmt: skip
    settle(case, by, at, on=decided_on, reassess_on=reassess_on)
    return resolution


def note(
    entry: Consent,
    by: Actor,
    at: datetime,
    *,
    grounds: str,
    said_by: str,
    said_on: date,
    words: str,
    at_fields: tuple[str, str] = ("against_by", "against_words"),
) -> Objection:
    """Writes an objection down, beside a new entry or later. `at_fields`: what that page calls who, and the words."""
    if grounds == Grounds.OTHER_PARENT:
        needs(said_by, _("Enter who does not agree, and how they are related to the child"), at_fields[0])
    needs(words, _("Write what was said, or what makes them a source of the risk"), at_fields[1])
    not_in_future(said_on, at, "said_on")
    return Objection.objects.create(
        **under(entry.case, by, at),
        consent=entry,
        grounds=grounds,
        said_by=said_by,
        said_on=said_on,
        words=words,
    )

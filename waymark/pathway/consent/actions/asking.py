"""How consent was asked and answered, and a correction of that."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.loading import lock
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import Incomplete, Refusal
from waymark.foundation.ledger.deeds import deed
from waymark.pathway.channel.models import Case
from waymark.pathway.consent import policies, queries, rules
from waymark.pathway.consent.models import Consent

from .carrying import needs, under
from .objecting import note as note_objection
from .settling import settle

# What a page does not ask of everybody: an adult has no child’s view, a child no assessment of capacity.
EMPTY: dict[str, Any] = {
    "because": "", "interpreter": "", "age_basis": "", "giver_name": "", "responsibility": "", "child_view": "",
    "child_words": "", "capacity": "", "capacity_on": None, "capacity_by": "", "capacity_reference": "", "told": [],
    "explained_as": "", "notice_version": "", "text_version": "", "scope": [], "manner": "", "witness": "",
    "expires_on": None,
}  # fmt: skip
OF_AN_ANSWER = ("scope", "manner", "witness", "expires_on")
# Kept of a child alone, and of an adult alone: a page that cannot tell before, or whose day tells, asks both.
OF_A_CHILD = ("child_view", "child_words", "responsibility")
OF_AN_ADULT = ("capacity", "capacity_on", "capacity_by", "capacity_reference")
NOBODY_ELSE = _("The person was 18 or over on that day: nobody else can object.")


@deed("consent.record")
def record(
    *,
    by: Actor,
    at: datetime,
    case: Case,
    version: int,
    reassess_on: date | None = None,
    against: str = "",
    against_by: str = "",
    against_words: str = "",
    **said: Any,
) -> Consent:
    """Signs an answer: `said` is each field of `Consent` that `rules.faults` asks for. The case follows at once.

    `against` (of `Grounds`): the consent of a child is disputed. It is kept, and does not stand until that is resolved.
    Refused, or not obtained: `reassess_on` is the day on which the panel looks again.
    """
    case = lock(case, version)
    policies.record(by, case).require()
    if against and not said["child"]:
        raise Refusal(NOBODY_ELSE, field="against")
    entry = _write(case, by, at, said)
    if against and entry.is_given:
        note_objection(
            entry, by, at, grounds=against, said_by=against_by, said_on=entry.asked_on, words=against_words
        )
    settle(case, by, at, on=entry.asked_on, reassess_on=reassess_on)
    return entry


@deed("consent.correct")
def correct(
    *,
    by: Actor,
    at: datetime,
    case: Case,
    version: int,
    correction_because: str,
    reassess_on: date | None = None,
    **said: Any,
) -> Consent:
    """A new entry in place of the newest one, which stays as it was. Objections and a withdrawal hold for it too."""
    case = lock(case, version)
    before = queries.said(case)
    policies.correct(by, case, before).require()
    needs(correction_because, _("Say why this corrects the earlier entry"), "correction_because")
    entry = _write(case, by, at, said, corrects=before.newest, correction_because=correction_because)
    never = before.newest is not None and before.newest.is_given and not entry.is_given
    settle(case, by, at, on=entry.asked_on, reassess_on=reassess_on, never_given=never)
    return entry


def _write(case: Case, by: Actor, at: datetime, said: dict[str, Any], **more: Any) -> Consent:
    said = EMPTY | said
    for field, sentence in rules.faults(said, case.referral.person, clock.uk_date(at)):
        raise Incomplete(sentence, field=field)
    unasked: tuple[str, ...] = OF_AN_ADULT if said["child"] else OF_A_CHILD
    unasked += ("because",) if said["answer"] == "given" else OF_AN_ANSWER
    said |= {field: EMPTY[field] for field in unasked}
    case.save_next()
    return Consent.objects.create(
        **under(case, by, at), case=case, adoption=queries.adoption(case), **said, **more
    )

"""What was asked for is noted; it becomes a request for training, or is answered by a course or a reason."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from waymark.delivery.engagement import policies, usual
from waymark.delivery.engagement.models import Demand, Theme
from waymark.delivery.training.actions import asking, lines
from waymark.delivery.training.actions.asking import Wish
from waymark.delivery.training.actions.booking import Where
from waymark.delivery.training.actions.granting import for_planners
from waymark.delivery.training.models import Course, TrainingRequest
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.loading import lock
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.references import Letter, new_reference
from waymark.foundation.kernel.refusals import Incomplete, NotNow
from waymark.foundation.ledger.deeds import deed


@dataclass(frozen=True)
class Heard:
    """What was asked for, about what, for whom, by which place, on what occasion, and in which request."""

    words: str
    theme: Theme
    heard: str
    audience_id: UUID | None = None
    where: Where = field(default_factory=Where)
    request: TrainingRequest | None = None


@deed("engagement.begin-themes")
def begin_themes(*, by: Actor, at: datetime, authority_id: int) -> Theme:
    """The usual list, to be changed from there. Only while there is none."""
    policies.keep(by, authority_id).require()
    if Theme.objects.filter(authority_id=authority_id).exists():
        raise NotNow(_("The list has begun already."))
    made = [
        Theme.objects.create(
            **for_planners(authority_id), name=str(name), place=place, from_on=clock.uk_date(at)
        )
        for place, name in enumerate(usual.THEMES)
    ]
    return made[0]


@deed("engagement.add-theme")
def add_theme(*, by: Actor, at: datetime, authority_id: int, name: str, from_on: date) -> Theme:
    policies.keep(by, authority_id).require()
    return lines.added(Theme, for_planners(authority_id), name, from_on)


@deed("engagement.end-theme")
def end_theme(*, by: Actor, at: datetime, theme: Theme) -> Theme:
    theme = lock(theme)
    policies.keep(by, theme.authority_id).require()
    return lines.ended(theme, at)


@deed("engagement.note-demand")
def note(*, by: Actor, at: datetime, authority_id: int, heard: Heard) -> Demand:
    policies.keep(by, authority_id).require()
    if not heard.words:
        raise Incomplete(_("Say what was asked for."), field="words")
    lines.check(heard.theme, at, "theme")
    return Demand.objects.create(
        **for_planners(authority_id), **heard.where.fields(), reference=new_reference(Letter.DEMAND), words=heard.words,
        theme=heard.theme, heard=heard.heard, audience_id=heard.audience_id, request=heard.request, noted_at=at,
        noted_by_id=by.user_id,
    )  # fmt: skip


@deed("engagement.ask-for-demand")
def ask_for(
    *, by: Actor, at: datetime, demand: Demand, version: int, number: int, name: str, elsewhere: str = ""
) -> tuple[Demand, TrainingRequest]:
    """A request for training from what was asked for, with whom to write to. It is answered where requests are."""
    demand = lock(demand, version)
    policies.ask_for(by, demand).require()
    there = Where(demand.institution_id, demand.organisation_id)
    wish = Wish(
        number=number, name=name, where=there, elsewhere=elsewhere, audience_id=demand.audience_id, words=demand.words
    )  # fmt: skip
    demand.request = asking.ask(by=by, at=at, authority_id=demand.authority_id, wish=wish)
    demand.save_next("request")
    return demand, demand.request


@deed("engagement.answer-demand")
def answer(
    *, by: Actor, at: datetime, demand: Demand, version: int, answer: str, course: Course | None = None
) -> Demand:
    """What came of it: a course that there is now, or why there will be none."""
    demand = lock(demand, version)
    policies.answer_demand(by, demand).require()
    if not answer:
        raise Incomplete(_("Say what came of it."), field="answer")
    demand.answered_at, demand.answer, demand.course = at, answer, course
    demand.save_next("answered_at", "answer", "course")
    return demand

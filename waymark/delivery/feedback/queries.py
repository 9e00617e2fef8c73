"""Questions about feedback that cross models."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from uuid import UUID

from django.db.models import Count, Q, QuerySet, Sum

from waymark.delivery.training import queries as training
from waymark.delivery.training.models import Attendance, CourseVersion, Session
from waymark.foundation.access.actors import Actor
from waymark.foundation.kernel import clock

from . import wording
from .models import Mark, Question, QuestionSet, Remark, Reply, Round


def quotes_grant(authority_id: int) -> str:
    """Given to words by the database alone, as long as their giver allows it."""
    return f"authority:{authority_id}:feedback-quotes"


def sets(authority_id: int) -> QuerySet[QuestionSet]:
    """The versions of the questions, the newest first."""
    return QuestionSet.objects.filter(authority_id=authority_id).prefetch_related("questions")


def in_force(authority_id: int, day: date) -> QuestionSet | None:
    """The version that is asked on a day."""
    return QuestionSet.objects.filter(authority_id=authority_id, from_on__lte=day).order_by("-number").first()


def came(session: Session) -> int:
    """How many people came, with and without a name."""
    return training.came(session).aggregate(all=Sum("number"))["all"] or 0


def reached(session: Session) -> QuerySet[Attendance]:
    """Attendances with all that a message about them needs."""
    found = training.came(session).select_related("trainee", "booking__booked_by", "booking__visitor")
    return found.order_by("recorded_at", "id")


def asked(round_: Round) -> list[Question]:
    return list(round_.question_set.questions.filter(occasion=round_.occasion))


def used(round_: Round, link_key: str) -> QuerySet[Reply]:
    """Answers that came by one link."""
    return round_.replies.filter(link_key=link_key)


def rounds_of(about: Session | CourseVersion) -> QuerySet[Round]:
    if isinstance(about, Session):
        return Round.objects.filter(session=about)
    return Round.objects.filter(session__taught=about)


def replies(rounds: Collection[UUID]) -> list[tuple[UUID, str, int]]:
    """Session, occasion and how many answered."""
    found = Reply.objects.filter(round__in=rounds).values_list("round__session", "round__occasion")
    return [(session, occasion, number) for session, occasion, number in found.annotate(all=Count("pk"))]


def marks(rounds: Collection[UUID]) -> list[tuple[UUID, UUID, int, int | None, int]]:
    """Session, question, answer, answer before, and how often. One query, however many answers."""
    found = Mark.objects.filter(reply__round__in=rounds)
    columns = ("reply__round__session", "question", "value", "before")
    return list(found.values_list(*columns).annotate(all=Count("pk")).order_by(*columns))


def remarks(rounds: Collection[UUID]) -> QuerySet[Remark]:
    found = Remark.objects.filter(reply__round__in=rounds).select_related("reply__round")
    # By their random key: the order says nothing of who wrote first.
    return found.order_by("id")


def questions(rounds: Collection[UUID]) -> QuerySet[Question]:
    """All that were asked in these rounds, the newest version’s first."""
    found = Question.objects.filter(question_set__rounds__in=rounds).distinct()
    return found.order_by("-question_set__number", "place")


def quotes(actor: Actor) -> QuerySet[Remark]:
    """The words that may be quoted today, and nothing else: asked with the grant that the database gives to those."""
    grants = [one for one in actor.grants if one.endswith(":feedback-quotes")]
    lasts, today = Q(pk__in=[]), clock.today()
    for version in wording.VERSIONS:
        lasts |= Q(reply__wording=version, reply__answered_on__gte=wording.given_since(version, today))
    found = Remark.objects.filter(lasts, grants__meets=grants)
    return found.select_related("question", "reply__round__session__taught__course")


def led_to(version: CourseVersion) -> CourseVersion | None:
    """The next version, if it came of what people said."""
    following = CourseVersion.objects.filter(course=version.course_id, number__gt=version.number)
    found = following.order_by("number").first()
    return found if found is not None and found.reason == "feedback" else None

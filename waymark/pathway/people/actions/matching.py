"""*Seen before?* is asked by the system and answered by a person. Nothing is linked or merged by itself."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.loading import lock
from waymark.foundation.kernel.references import read_reference
from waymark.foundation.kernel.refusals import NotNow, Refusal
from waymark.foundation.ledger.deeds import deed
from waymark.pathway.people import worklist
from waymark.pathway.people.models import Match, Person, PersonLink
from waymark.pathway.people.seen_before import possible_matches


def find(person: Person, at: datetime) -> list[Match]:
    """Asks the database; a new candidate becomes an open question, and one whose reasons changed is open again."""
    known = {match.candidate_id: match for match in person.matches.all()}
    return [
        _note(person, known.get(c.person_id), c.person_id, list(c.reasons), at)
        for c in possible_matches(person.pk)
    ]


def _note(person: Person, match: Match | None, candidate_id: UUID, reasons: list[str], at: datetime) -> Match:
    if match is None:
        return Match.objects.create(
            authority_id=person.authority_id,
            grants=person.grants,
            person=person,
            candidate_id=candidate_id,
            reasons=reasons,
            found_at=at,
        )
    if match.reasons != reasons:
        match.reasons, match.found_at = reasons, at
        match.answer, match.answered_by, match.answered_at = "", None, None
        match.save_next("reasons", "found_at", "answer", "answered_by", "answered_at")
    return match


@deed("people.check")
def check(*, by: Actor, at: datetime, person: Person) -> Person:
    """Asks *Seen before?* again."""
    find(person, at)
    return person


@deed("people.answer-match")
def answer_match(
    *, by: Actor, at: datetime, match: Match, version: int, answer: str, note: str = ""
) -> Match:
    """Same, not the same, or cannot tell. “Same” links the two records; any other answer undoes such a link."""
    match = lock(match, version)
    if answer not in Match.Answer.values:
        raise Refusal(_("Choose whether it is the same person."), field="answer")
    if answer == Match.Answer.CANNOT_TELL and not note:
        raise Refusal(_("Say what you would need to know to tell."), field="note")
    match.answer, match.note = answer, note
    match.answered_by_id, match.answered_at = by.user_id, at
    match.save_next("answer", "note", "answered_by", "answered_at")
    _join(match, by, at)
    worklist.follow(match, by, at)
    return match


def _join(match: Match, by: Actor, at: datetime) -> None:
    other = Person.objects.filter(pk=match.candidate_id).first()
    in_force = PersonLink.objects.filter(
        person_id=match.person_id, other_id=match.candidate_id, undone_at__isnull=True
    ).first()
    if match.answer == Match.Answer.SAME and other is not None and in_force is None:
        link(by=by, at=at, person=match.person, other=other)
    elif match.answer != Match.Answer.SAME and in_force is not None:
        unlink(by=by, at=at, link=in_force)


@deed("people.link")
def link(*, by: Actor, at: datetime, person: Person, other: Person) -> PersonLink:
    """The two records are of one person. Both stay as they are."""
    return PersonLink.objects.create(
        authority_id=person.authority_id,
        grants=person.grants,
        person=person,
        other=other,
        linked_by_id=by.user_id,
        linked_at=at,
    )


@deed("people.link-by-hand")
def link_by_hand(*, by: Actor, at: datetime, person: Person, reference: str) -> PersonLink:
    """With a record that the search did not show, by its reference. It answers an open question about the two."""
    read = read_reference(reference)
    other = Person.objects.filter(reference=read, authority_id=person.authority_id).first() if read else None
    if other is None:
        raise Refusal(_("There is no such record that you can open. Check the reference."), field="reference")
    if other.pk == person.pk:
        raise Refusal(
            _("This is the record itself. Enter the reference of the other one."), field="reference"
        )
    both = Q(person=person, other=other) | Q(person=other, other=person)
    if PersonLink.objects.filter(both, undone_at__isnull=True).exists():
        raise Refusal(_("The two records are already linked."), field="reference")
    _answered(person, other, Match.Answer.SAME, by, at)
    return link(by=by, at=at, person=person, other=other)


@deed("people.undo-link")
def undo_link(*, by: Actor, at: datetime, link: PersonLink) -> PersonLink:
    """Takes a link back. What was answered of the two records is then an open question again."""
    link = unlink(by=by, at=at, link=link)
    _answered(link.person, link.other, "", by, at)
    return link


def _answered(person: Person, other: Person, answer: str, by: Actor, at: datetime) -> None:
    """The same answer on the questions of both records, where there are such."""
    both = Q(person=person, candidate_id=other.pk) | Q(person=other, candidate_id=person.pk)
    for found in Match.objects.filter(both):
        match = lock(found)
        match.answer = answer
        match.answered_by_id, match.answered_at = (by.user_id, at) if answer else (None, None)
        match.save_next("answer", "answered_by", "answered_at")
        worklist.follow(match, by, at)


@deed("people.unlink")
def unlink(*, by: Actor, at: datetime, link: PersonLink) -> PersonLink:
    """Undoes a link; it stays on record that it was there."""
    link = lock(link)
    if link.undone_at is not None:
        raise NotNow(_("This link has already been undone."))
    link.undone_by_id, link.undone_at = by.user_id, at
    link.save_next("undone_by", "undone_at")
    return link

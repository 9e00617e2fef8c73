"""A professional asks for advice, and somebody of the triage team answers."""

from __future__ import annotations

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from waymark.foundation import outbox
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.loading import lock
from waymark.foundation.access.queries import who_may
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.references import Letter, new_reference
from waymark.foundation.kernel.refusals import Incomplete, NotAllowed
from waymark.foundation.ledger.deeds import deed
from waymark.foundation.retention.classes import find
from waymark.foundation.retention.queries import erase_on
from waymark.pathway.concerns import authors, policies
from waymark.pathway.concerns.models import Enquiry
from waymark.pathway.concerns.permissions import Permission


@deed("concerns.ask-advice")
def ask_advice(
    *,
    by: Actor,
    at: datetime,
    question: str,
    names_someone: bool = False,
    name: str = "",
    because: str = "",
    authority_id: int | None = None,
) -> Enquiry:
    """A question. A name is kept only when it was said that one is needed, and why; and goes after six months."""
    if not by.may(Permission.ENQUIRE):
        raise NotAllowed(_("Your role does not allow this."))
    if names_someone and not (name and because):
        raise Incomplete(
            _("Enter the name and why you need to give it"), field="name" if not name else "because"
        )
    kept = find("enquiry-named" if names_someone else "enquiry-unnamed")
    written = authors.written_by(by, authority_id)
    enquiry = Enquiry.objects.create(
        **written,
        grants=[
            by.ledger_name,
            f"authority:{written['authority_id']}:triage",
            f"system:{written['authority_id']}",
        ],
        reference=new_reference(Letter.ENQUIRY),
        question=question,
        names_someone=names_someone,
        name=name if names_someone else "",
        named_because=because if names_someone else "",
        asked_at=at,
        expires_on=erase_on(kept, kept.erased_after, clock.uk_date(at)),  # type: ignore[arg-type]
    )
    for officer in who_may(Permission.ANSWER_ENQUIRY, enquiry.authority_id):
        _tell("concerns.enquiry-new", officer, enquiry, "concerns:enquiry-answer", at)
    return enquiry


@deed("concerns.answer-enquiry")
def answer_enquiry(*, by: Actor, at: datetime, enquiry: Enquiry, version: int, answer: str) -> Enquiry:
    """The advice. It is given once; whoever wants to know more asks again."""
    enquiry = lock(enquiry, version)
    policies.enquiry_answer(by, enquiry).require()
    enquiry.answer, enquiry.answered_by_id, enquiry.answered_at = answer, by.user_id, at
    enquiry.save_next("answer", "answered_by", "answered_at")
    _tell(
        "concerns.enquiry-answered",
        enquiry.author_user or enquiry.author_visitor,
        enquiry,
        "concerns:enquiry",
        at,
    )
    return enquiry


def _tell(code: str, to: object, enquiry: Enquiry, page: str, at: datetime) -> None:
    outbox.post(
        code,
        to=to,  # type: ignore[arg-type]
        key=f"{code}:{enquiry.pk}:{to.pk}",  # type: ignore[attr-defined]
        authority_id=enquiry.authority_id,
        link=reverse(page, args=[enquiry.reference]),
        reference=enquiry.reference,
        at=at,
    )

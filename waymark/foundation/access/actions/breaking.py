"""Opening a record under break-glass, ending it, reviewing it. The database decides (sql/glass.sql); words are here."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, ProgrammingError, connection, transaction
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access import glass, policies
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.models import Glass, Interest
from waymark.foundation.access.queries import Found
from waymark.foundation.kernel.references import Letter, new_reference
from waymark.foundation.kernel.refusals import NotAllowed, Refusal
from waymark.foundation.kernel.sealed_fields import sealed_content
from waymark.foundation.kernel.sentences import is_sentence
from waymark.foundation.ledger.deeds import deed

REASON_SHORT = _("Say in a sentence why you need this record: at least five words.")
WORDS_SHORT = _("Say in a sentence what you found: at least five words.")
CANNOT_OPEN = _("You cannot open this record under break-glass. Ask your Prevent lead.")
CANNOT_REVIEW = _("You cannot review this. Somebody who did not open the record has to.")
CANNOT_WITHDRAW = _("You cannot withdraw this. Somebody who did not declare it has to.")
REASON_WORDS = _("Say in a sentence why: at least five words.")
NOTHING_OPEN = _("This has ended already.")


@deed("access.break-glass")
def open_record(*, by: Actor, at: datetime, found: Found, reason: str) -> Glass:
    """Lends `found` to the doer for 60 minutes. Opened already: the same one goes on, and is not lengthened.

    Refusal when the reason is no sentence; NotAllowed when the database says no.
    """
    policies.glass_open(by, found).require()
    _sentence(reason, REASON_SHORT, "reason")
    made = Glass(authority_id=found.authority_id)
    made.grants = [f"user:{by.user_id}", f"authority:{made.authority_id}:glass-review", made.system_grant()]
    with _asked(CANNOT_OPEN, REASON_SHORT, "reason"):
        why = sealed_content(made, "reason", reason.strip())
        named = new_reference(Letter.BREAK_GLASS)
        key = _call("gate.break_glass(%s, %s, %s, %s, %s)", found.kind, found.id, made.pk, why, named)
        if key != made.pk:  # it is open already, and no key is needed for a second reason
            transaction.set_rollback(True)
    row = Glass.objects.get(pk=key)
    if row.pk == made.pk:
        glass.opened(by, at, row)
    return row


@deed("access.end-glass")
def end(*, by: Actor, at: datetime, opening: Glass) -> Glass:
    """The opener has read what they needed. NotAllowed when it has ended, or is somebody else’s."""
    with _asked(NOTHING_OPEN, NOTHING_OPEN, None):
        _call("gate.end_glass(%s)", opening.pk)
    return Glass.objects.get(pk=opening.pk)


@deed("access.review-glass")
def review(*, by: Actor, at: datetime, opening: Glass, verdict: str, words: str) -> Glass:
    """Somebody else says whether it was right to open the record, in words."""
    policies.glass_review(by, Glass.objects.get(pk=opening.pk)).require()
    _sentence(words, WORDS_SHORT, "words")
    with _asked(CANNOT_REVIEW, WORDS_SHORT, "words"):
        said = sealed_content(opening, "words", words.strip())
        _call("gate.review_glass(%s, %s, %s)", opening.pk, verdict, said)
    row = Glass.objects.get(pk=opening.pk)
    glass.reviewed(by, at, row)
    return row


@deed("access.declare-interest")
def declare_interest(*, by: Actor, at: datetime, found: Found) -> Interest:
    """The doer knows the person, or has another interest in the record: they see nothing of it from now on.

    Whatever they are responsible for goes to somebody else first; NeedsAnother when there is nobody.
    """
    glass.interested(by, at, found.kind, found.id)
    with _asked(CANNOT_OPEN, CANNOT_OPEN, None):
        key = _call("gate.declare_interest(%s, %s)", found.kind, found.id)
    return Interest.objects.get(pk=key)


@deed("access.withdraw-interest")
def withdraw_interest(*, by: Actor, at: datetime, interest: Interest, reason: str) -> Interest:
    """Somebody else says that it was a mistake, or is over. Whoever declared it sees again what their role sees."""
    policies.interest_withdraw(by, interest).require()
    _sentence(reason, REASON_WORDS, "reason")
    with _asked(CANNOT_WITHDRAW, REASON_WORDS, "reason"):
        why = sealed_content(interest, "withdrawn_because", reason.strip())
        _call("gate.withdraw_interest(%s, %s)", interest.pk, why)
    return Interest.objects.get(pk=interest.pk)


def _sentence(said: str, unfit: Any, field: str) -> None:
    """Words are judged here: the database gets them sealed, and sees only that there are enough."""
    if not is_sentence(said):
        raise Refusal(unfit, field=field)


def _call(function: str, *given: Any) -> UUID:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {function}", given)
        return cursor.fetchone()[0]


@contextmanager
def _asked(no: Any, unfit: Any, field: str | None) -> Iterator[None]:
    """What the database refuses becomes a sentence; nothing of the attempt stays."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as fault:
        raise Refusal(unfit, field=field) from fault
    except ProgrammingError as fault:
        if getattr(fault.__cause__, "sqlstate", "") != "42501":
            raise
        raise NotAllowed(no) from fault

"""Recovery by two people. The database decides (sql/recovery.sql); letters and second steps are here."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from django.db import DatabaseError, IntegrityError, connection, transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access import policies
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.models import Membership, Recovery
from waymark.foundation.access.permissions import Permission
from waymark.foundation.access.queries import who_may
from waymark.foundation.accounts import mailing
from waymark.foundation.accounts.actions import second_steps
from waymark.foundation.accounts.actions.signing_in import Named
from waymark.foundation.accounts.models import User
from waymark.foundation.accounts.models.invitations import fingerprint
from waymark.foundation.accounts.models.users import plain_email
from waymark.foundation.kernel.refusals import NotAllowed, NotNow, Refusal
from waymark.foundation.kernel.sealed_fields import sealed_content
from waymark.foundation.kernel.sentences import is_sentence
from waymark.foundation.ledger.deeds import deed

NOBODY = _("Nobody with this email address has a role in your authority. Check each letter.")
NOT_YOURSELF = _("Nobody can vouch for themselves. Ask two colleagues.")
SAY_MORE = _("Say in a sentence how you know that it is them: at least five words.")
ALREADY = _("A colleague vouches for this person already. Confirm that, or stop it first.")
TOO_OFTEN = _("This was done too often lately. Wait a day, and tell the information governance lead.")
CANNOT = _("You cannot do this. Somebody else has to.")
OVER = _("This is over. Start again, if it is still needed.")
# By what PostgreSQL calls it: insufficient_privilege, object_in_use, too_many_rows, and
# invalid_authorization_specification.
REFUSED = {
    "42501": (NotAllowed, CANNOT),
    "55006": (NotNow, OVER),
    "P0003": (NotNow, TOO_OFTEN),
    "28000": (NotAllowed, policies.ROLE_NEW),
}


@deed("access.vouch")
def vouch(*, by: Actor, at: datetime, email: str, seen: str, words: str) -> Recovery:
    """Says that the doer saw the person of that address, who lost what they sign in with.

    Tells the person, and everybody who may confirm. Refusal at a field; NotAllowed, NotNow.
    """
    user = User.objects.filter(email=plain_email(email), is_active=True).first()
    place = _place(by, user)
    if user is None or place is None:
        raise Refusal(NOBODY, field="email")
    if user.pk == by.user_id:
        raise Refusal(NOT_YOURSELF, field="email")
    if not is_sentence(words):
        raise Refusal(SAY_MORE, field="words")
    made = Recovery(authority_id=place)
    made.grants = [f"user:{user.pk}", f"authority:{place}:vouch", made.system_grant()]
    with _asked(already=ALREADY):
        said = sealed_content(made, "words", words.strip())
        _call("gate.vouch(%s, %s, %s, %s, %s)", user.pk, place, seen, made.pk, said)
    _letter("vouched", user.email, reverse("recovery:mine"))
    for colleague in who_may(Permission.VOUCH, place).exclude(pk__in=[user.pk, by.user_id]):
        _letter("confirm", colleague.email, reverse("recovery:listing"))
    return Recovery.objects.get(pk=made.pk)


@deed("access.confirm-vouching")
def confirm(*, by: Actor, at: datetime, recovery: Recovery) -> Recovery:
    """The second person: what the person signed in with ends now, and they get a link that works once."""
    policies.confirm_vouching(by, recovery).require()
    token = secrets.token_urlsafe(32)
    with _asked():
        _call("gate.confirm_vouching(%s, %s)", recovery.pk, fingerprint(token))
    second_steps.end_second_steps(user=recovery.user, by=by)
    _letter("link", recovery.user.email, reverse("recovery:link", args=[token]))
    return Recovery.objects.get(pk=recovery.pk)


@deed("access.stop-vouching")
def stop(*, by: Actor, at: datetime, recovery: Recovery) -> Recovery:
    """It was not so, or is not needed any more. Second steps that ended already stay ended."""
    with _asked():
        _call("gate.stop_vouching(%s)", recovery.pk)
    return Recovery.objects.get(pk=recovery.pk)


@deed("access.use-vouching")
def use(*, by: Named, at: datetime, link: str, make: Callable[[User], object]) -> User:
    """Whoever holds the link makes one new second step, which `make` makes; the link is used up.

    NotAllowed when it does not work (any more).
    """
    with _asked():
        person = _call("gate.use_vouching(%s)", link)
    user = second_steps.begin_anew(user=User.objects.get(pk=person), make=make, by=by)
    _letter("done", user.email, reverse("account_reset_password"))
    return user


def _place(by: Actor, user: User | None) -> int | None:
    """An authority of the doer in which the person works."""
    held = Membership.objects.valid().filter(user=user, authority_id__in=by.authority_ids)
    return held.order_by("authority_id").values_list("authority_id", flat=True).first() if user else None


def _letter(name: str, to: str, path: str) -> None:
    mailing.letter(f"access/email/recovery_{name}", to, {"link": mailing.absolute(path)})


def _call(function: str, *given: Any) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {function}", given)
        return cursor.fetchone()[0]


@contextmanager
def _asked(already: Any = OVER) -> Iterator[None]:
    """What the database refuses becomes a sentence; nothing of the attempt stays."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as fault:
        raise Refusal(SAY_MORE, field="words") from fault
    except DatabaseError as fault:
        kind, sentence = REFUSED.get(getattr(fault.__cause__, "sqlstate", ""), (None, ""))
        if kind is None:
            raise
        raise kind(already if sentence is OVER else sentence) from fault

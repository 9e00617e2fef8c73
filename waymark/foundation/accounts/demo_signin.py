"""The people an evaluator may sign in as with one click. Filled and read in the demonstration only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from waymark.foundation.accounts.models import User
from waymark.foundation.accounts.models.users import plain_email


@dataclass(frozen=True)
class Offer:
    """One person to choose, with a sentence about what they do."""

    user: User
    role_sentence: Any
    works_for: str


_offers: dict[str, tuple[Any, str]] = {}


def offer(user_email: str, role_sentence: Any, works_for: str = "") -> None:
    """Offer a person of the demonstration. Raises ImproperlyConfigured outside the demonstration."""
    if not settings.WAYMARK_DEMO:
        raise ImproperlyConfigured(
            "People can be offered for sign-in by one click in the demonstration only."
        )
    _offers[plain_email(user_email)] = (role_sentence, works_for)


def offers() -> list[Offer]:
    """Return the people offered who have an account that is not disabled: those of one place together, the places and
    the people in the order they were offered."""
    if not settings.WAYMARK_DEMO:
        return []
    found = {user.email: user for user in User.objects.filter(email__in=_offers, is_active=True)}
    places = list(dict.fromkeys(place for _sentence, place in _offers.values()))
    held = [Offer(found[email], *said) for email, said in _offers.items() if email in found]
    return sorted(held, key=lambda one: places.index(one.works_for))


def chosen(user_id: str) -> User | None:
    """Return the offered person with this id, or nothing: nobody else can be signed in as."""
    return next((each.user for each in offers() if str(each.user.pk) == user_id), None)

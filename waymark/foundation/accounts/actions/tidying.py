"""What outlived its time: typed text (accounts/typed_text.py says how long), sessions, and where they were."""

from __future__ import annotations

from datetime import datetime

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session

from waymark.foundation.accounts import typed_text
from waymark.foundation.kernel import clock


def tidy(now: datetime | None = None) -> int:
    """Deletes it all. How many texts, sessions and notes of sessions.

    Row security lets anybody delete typed text that is past its time by the clock of the database, and nothing else.
    """
    at = now or clock.now()
    texts = typed_text.forget_old(at)
    sessions, _each = Session.objects.filter(expire_date__lte=at).delete()
    there = Session.objects.values("session_key")
    notes, _each = UserSession.objects.exclude(session_key__in=there).delete()
    return texts + sessions + notes

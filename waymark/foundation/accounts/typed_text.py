"""What was typed comes back: to the same person, on the same page, for half an hour, once.

A post that meets an ended session, or a door that wants a proof first, is not done. Its fields are sealed with a key
made for that person and kept; when the same person opens the page again they stand in it, and nothing is sent until
they send it. Nobody else can open them: row security, the person’s own key, and no address that names them.
"""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any

from cryptography.fernet import InvalidToken
from django.http import HttpRequest, QueryDict
from django.urls import reverse

from waymark.foundation.accounts import sealing
from waymark.foundation.accounts.models import TypedText, User, Why
from waymark.foundation.accounts.models.typed import LONGEST_PATH
from waymark.foundation.accounts.timing import SINCE, Limit
from waymark.foundation.interface.forms import TypedAgain
from waymark.foundation.kernel import clock

LASTS = Limit(timedelta(minutes=30), SINCE, "As long as an unused session: accounts/timing.py")
# Saved while typing: until the end of a working day, so that a browser that crashed at noon loses nothing.
LASTS_WHILE_TYPING = Limit(timedelta(hours=10), SINCE, "As long as a session at most: accounts/timing.py")
LONGEST = 400_000
MOST = 20
# In the session: there may be something to bring back on these pages. Without it no page looks.
PAGES = "accounts_typed_pages"
LOOK = "accounts_typed_look"
NEVER = ("csrfmiddlewaretoken", "once", "credential", "code", "_action")


def keep(user: User, path: str, fields: QueryDict, why: Why, at: datetime | None = None) -> TypedText | None:
    """Keep the fields of a form for `user`; nothing where there is nothing that may be kept.

    Call it in the database context of that user. The pages of one’s own account are never kept: passwords, codes.
    """
    at = at or clock.now()
    forget_old(at)
    kept = {name: values for name, values in fields.lists() if may_keep(name)}
    body = json.dumps(kept)
    if not any(kept.values()) or not _may_keep_page(path) or len(body) > LONGEST:
        return None
    lasts = (LASTS_WHILE_TYPING if why is Why.WHILE_TYPING else LASTS).lasts
    given = {"sealed": sealing.seal(body, _purpose(user)), "kept_at": at, "expires_at": at + lasts}
    row, _made = TypedText.objects.update_or_create(user=user, path=path, why=why, defaults=given)
    for extra in TypedText.objects.filter(user=user).order_by("-kept_at")[MOST:]:
        extra.delete()
    return row


def take(user: User, path: str, at: datetime | None = None) -> tuple[QueryDict, datetime] | None:
    """What this person typed on this page last and did not send, and when. It is then gone.

    What was saved while typing is gone as well: the page saves it again.
    """
    at = at or clock.now()
    rows = list(TypedText.objects.filter(user=user, path=path).order_by("-kept_at"))
    TypedText.objects.filter(pk__in=[row.pk for row in rows]).delete()
    for row in rows:
        if row.expires_at > at and (fields := _opened(user, row)) is not None:
            return fields, row.kept_at
    return None


def forget(user: User, path: str) -> None:
    """The form was sent: nothing is kept of it."""
    TypedText.objects.filter(user=user, path=path).delete()


def forget_old(at: datetime) -> int:
    """Whatever is past its time, whosever it was. How many."""
    return TypedText.objects.filter(expires_at__lte=at).delete()[0]


def note_page(request: HttpRequest, path: str) -> None:
    """Remember in the session that something is kept for this page."""
    pages = request.session.get(PAGES, [])
    if path not in pages:
        request.session[PAGES] = [*pages, path][-MOST:]


def bring_back(request: HttpRequest) -> datetime | None:
    """Put what was typed into a page that is about to be shown; when it was kept, or nothing.

    The view sees it as its form’s data, but the request stays a GET: it draws the form and does nothing.
    """
    path = request.get_full_path()
    if request.session.pop(LOOK, False):
        found = TypedText.objects.filter(user_id=request.user.pk, expires_at__gt=clock.now())
        request.session[PAGES] = list(found.values_list("path", flat=True).distinct())
    pages = request.session.get(PAGES, [])
    if path not in pages:
        return None
    request.session[PAGES] = [page for page in pages if page != path]
    taken = take(request.user, path)  # type: ignore[arg-type]
    if taken is None:
        return None
    request.POST = taken[0]  # type: ignore[assignment]
    return taken[1]


def after_redirect(request: HttpRequest, *, done: bool) -> None:
    """A form was sent (`done`): what was kept of it goes. A page that was not shown after all: it is kept again."""
    here = request.get_full_path()
    if request.method == "GET" and isinstance(request.POST, TypedAgain):
        keep(request.user, here, request.POST, Why.STEP_UP)  # type: ignore[arg-type]
        note_page(request, here)
    elif request.method == "POST" and done and here in request.session.get(PAGES, []):
        request.session[PAGES] = [page for page in request.session[PAGES] if page != here]
        forget(request.user, here)  # type: ignore[arg-type]


def may_keep(name: str) -> bool:
    """No tokens, no passwords, no codes."""
    return name not in NEVER and "password" not in name


def _may_keep_page(path: str) -> bool:
    return (
        len(path) <= LONGEST_PATH
        and path.startswith("/")
        and not path.startswith(reverse("accounts:account"))
    )


def _opened(user: User, row: TypedText) -> QueryDict | None:
    try:
        kept: dict[str, Any] = json.loads(sealing.unseal(row.sealed, _purpose(user)))
    except InvalidToken:
        return None
    fields = TypedAgain("", mutable=True)
    for name, values in kept.items():
        fields.setlist(name, values)
    fields._mutable = False  # type: ignore[attr-defined]
    return fields


def _purpose(user: User) -> str:
    # A new sessions_key (disabled, signed out everywhere by an administrator) makes what was kept unreadable.
    return f"typed-text:{user.pk}:{user.sessions_key}"

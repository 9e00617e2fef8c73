"""Doors: who may come to a view at all. A view without one stops the server from starting."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

View = Callable[..., HttpResponse]
# How a page, a paper or a file is marked that tells of somebody.
MARKING = "OFFICIAL-SENSITIVE"


@dataclass(frozen=True)
class Door:
    """`kind`: open, signed-in or permission. `shows`: the label of the personal record the page shows, if any."""

    kind: str
    reason: str = ""
    permission: str = ""
    shows: str = ""
    visitors: bool = False


_marked: set[str] = set()


def mark_all_of(namespace: str) -> None:
    """Every page of these addresses is marked, also one that shows only references and days. For AppConfig.ready."""
    _marked.add(namespace)


def marking(request: HttpRequest | None) -> str:
    """Of the page of this request: its address or a door that declares a personal record marks it, whatever its view
    says."""
    match = getattr(request, "resolver_match", None)
    if match is None:
        return ""
    door = getattr(match.func, "door", None)
    return MARKING if _marked.intersection(match.namespaces) or (door is not None and door.shows) else ""


def open_to_all(reason: str) -> Callable[[View], View]:
    """Anybody may come, without signing in; `reason` says why that is right."""

    def wrap(view: View) -> View:
        view.door = Door("open", reason)  # type: ignore[attr-defined]
        return view

    return wrap


def any_signed_in(reason: str) -> Callable[[View], View]:
    """Anybody with an account may come, whatever their role; `reason` says why that is right."""

    def wrap(view: View) -> View:
        @functools.wraps(view)
        def run(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not request.user.is_authenticated:
                return to_sign_in(request)
            return view(request, *args, **kwargs)

        run.door = Door("signed-in", reason)  # type: ignore[attr-defined]
        return run

    return wrap


def to_sign_in(request: HttpRequest, back: str = "") -> HttpResponse:
    """To the sign-in page and, after it, `back` or to this page (its path only: never what a form held)."""
    # Quoted, so that a `next` in this page’s own address cannot become a second one of the sign-in page.
    back = quote(back or (request.get_full_path() if request.method == "GET" else "/"), safe="/")
    return redirect(f"{reverse(settings.LOGIN_URL)}?next={back}")

"""`@requires(permission)`: the door of every view that is not open to all or to any signed-in person."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable
from typing import Any

from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from waymark.foundation.accounts import strength
from waymark.foundation.interface.doors import Door, View, to_sign_in

# Routes of other people’s packages, with the reason why each is as open as it is. Filled in AppConfig.ready.
FOREIGN: dict[str, Door] = {}
# The widest powers: over what others may do, over the ledger, over what is kept or erased.
WIDEST: set[str] = set()


def foreign(routes: dict[str, Door]) -> None:
    """Declares the doors of views that are not ours (named as `namespace:name` or `name`)."""
    FOREIGN.update(routes)


def widest(permissions: Iterable[str]) -> None:
    """The doors of these permissions want strong proof in the session (`accounts.strength`). For AppConfig.ready."""
    WIDEST.update(str(permission) for permission in permissions)


def requires(
    permission: str, *, shows: type[Model] | None = None, visitors: str = ""
) -> Callable[[View], View]:
    """Only actors with `permission` may come; to others there is no such page (404).

    `shows` declares that the page shows that personal record: it then must write exactly one read entry.
    `visitors` names the page where somebody without an account can show their e-mail address to come in.
    """

    def wrap(view: View) -> View:
        @functools.wraps(view)
        def run(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not request.actor.is_somebody:  # type: ignore[attr-defined]
                return redirect(visitors) if visitors else to_sign_in(request)
            if not request.actor.may(permission):  # type: ignore[attr-defined]
                raise Http404
            if str(permission) in WIDEST and request.user.is_authenticated:
                setattr(request, strength.WANTED, True)
                if not strength.shown(request):
                    return strength.ask(request)
            return view(request, *args, **kwargs)

        run.door = Door(  # type: ignore[attr-defined]
            "permission",
            permission=str(permission),
            shows=shows._meta.label if shows else "",
            visitors=bool(visitors),
        )
        return run

    return wrap

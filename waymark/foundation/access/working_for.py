"""For which authority a page is asked, by somebody who works for more than one.

One way for every page that shows or writes the affairs of one authority: `where_may`. Whoever works for several says it
by the address (`?for_authority=12`) or by the form, which carries it along; what was said last holds for the pages
after it. The page says whose it is, with a link for each of the others (`skeletons/_where.html`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.db.models import Exists, OuterRef
from django.http import Http404, HttpRequest
from django.utils.http import urlencode

from waymark.foundation.interface.addresses import FOR_AUTHORITY
from waymark.foundation.interface.paging import AFTER, BEFORE
from waymark.foundation.places.models import Authority, Organisation

from .actors import Actor

May = Callable[[Actor, int], object]


@dataclass(frozen=True)
class Where:
    """`authority_id` is the one the page is for, `others` the name and address of each of the others."""

    authority_id: int
    name: str
    others: list[tuple[str, str]]


def where_may(request: HttpRequest, may: May) -> int:
    """The authority for which whoever asks may do it: the one they chose, or that of their organisation, or the first
    by name.

    Http404 where there is none, and where they name one for which they may not. One query where there are several.
    """
    actor: Actor = request.actor  # type: ignore[attr-defined]
    keys = {str(key): key for key in actor.authority_ids if may(actor, key)}
    said = request.POST.get(FOR_AUTHORITY) or request.GET.get(FOR_AUTHORITY)
    if not keys or (said is not None and said not in keys):
        raise Http404
    if len(keys) == 1:
        return next(iter(keys.values()))
    if said is not None:
        request.session[FOR_AUTHORITY] = said
    names = _names(actor, keys.values())
    chosen = keys.get(said or request.session.get(FOR_AUTHORITY, ""), next(iter(names)))
    others = [(name, _here(request, key)) for key, name in names.items() if key != chosen]
    request.where = Where(chosen, names[chosen], others)  # type: ignore[attr-defined]
    return chosen


def may_somewhere(actor: Actor, may: May) -> None:
    """For pages that show what there is in all of them together. Http404 where there is none."""
    if not any(may(actor, key) for key in actor.authority_ids):
        raise Http404


def home_of(actor: Actor) -> int | None:
    """The authority of the organisation that an actor works in, or the only one they work for. One query or none."""
    if len(actor.authority_ids) == 1:
        return next(iter(actor.authority_ids))
    found = Organisation.objects.filter(pk=actor.organisation_id, authority__in=actor.authority_ids)
    return found.values_list("authority_id", flat=True).first()


def address_for(address: str, authority_id: int) -> str:
    """The address of a page of one authority, whichever its reader looks at now."""
    return f"{address}{'&' if '?' in address else '?'}{urlencode({FOR_AUTHORITY: authority_id})}"


def _names(actor: Actor, keys: Iterable[int]) -> dict[int, str]:
    """The authority of the actor’s organisation first, the others by name."""
    own = Organisation.objects.filter(pk=actor.organisation_id, authority=OuterRef("pk"))
    found = Authority.objects.filter(pk__in=keys).order_by(Exists(own).desc(), "name", "pk")
    return dict(found.values_list("pk", "name"))


def _here(request: HttpRequest, authority_id: int) -> str:
    """This page for another authority, from its first row on."""
    asked = request.GET.copy()
    for name in (FOR_AUTHORITY, AFTER, BEFORE):
        asked.pop(name, None)
    return address_for(f"?{asked.urlencode()}" if asked else "", authority_id)

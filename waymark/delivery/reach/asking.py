"""What stands in the addresses of this room: days, a cut, values of cuts. Plain words; no person is in them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from waymark.foundation.directory.presenters import KINDS
from waymark.foundation.directory.queries import trust_choices
from waymark.foundation.interface import filters
from waymark.foundation.kernel import clock
from waymark.foundation.measures.periods import Period, before, last_year, running
from waymark.foundation.places.models import Institution, Ward

from .counting import NONE, Asked, By, Which
from .periods import own_year

CUT_WORDS = {By.PHASE: _("Phase"), By.WARD: _("Ward"), By.TRUST: _("Trust"), By.KIND: _("Kind")}
NOTHING = {
    By.PHASE: _("Phase not known"), By.WARD: _("Ward not known"), By.TRUST: _("In no trust"), By.KIND: _("Other")
}  # fmt: skip
NO_PHASE = {Institution.NO_PHASE: _("No phase")}
# A school that is an organisation of its own, in no register, is not counted with those that are.
KIND_WORDS = {**KINDS, "unregistered": _("School, college or nursery in no register")}
# Organisations are listed too.
EVERYBODY = {"places": "all"}
ROUTES = {
    Which.ALL: "reach:in-scope", Which.REACHED: "reach:reached", Which.NOT_REACHED: "reach:not-reached",
    Which.NEVER: "reach:never", Which.NOT_SINCE: "reach:not-since",
    Which.NO_CONTACT: "reach:no-contact", Which.NO_LEAD: "reach:no-lead",
}  # fmt: skip


def day_of(said: str) -> date | None:
    try:
        return date.fromisoformat(said)
    except ValueError:
        return None


def period_of(asked: QueryDict, authority_id: int) -> Period:
    """The days in the address; the authority’s own year where it says none, or none that are."""
    from_on, until_on = day_of(asked.get("from", "")), day_of(asked.get("until", ""))
    if from_on and until_on and from_on <= until_on:
        return Period(from_on, until_on)
    return own_year(authority_id, clock.today())


def by_of(asked: QueryDict) -> By:
    said = asked.get("by", "")
    return By(said) if said in list(By) else By.PHASE


def days(period: Period) -> dict[str, str]:
    return {"from": period.from_on.isoformat(), "until": period.until_on.isoformat()}


def address(route: str, period: Period, **more: Any) -> str:
    return f"{reverse(route)}?{urlencode(days(period) | more)}"


def list_addresses(which: Which, period: Period, by: By) -> Callable[[str], str]:
    """Of the lists that show what figures count: by the code of a group, or "" for all of them."""
    everywhere = address(ROUTES[which], period, **(EVERYBODY if by == By.KIND else {}))
    return lambda code: everywhere + _group(by, code) if code else everywhere


@lru_cache(maxsize=4096)
def _group(by: By, code: str) -> str:
    return f"&{urlencode({by.value: code})}"


def words(by: By, code: str, name: str) -> str:
    if code == NONE:
        return str(NOTHING[by])
    return str((KIND_WORDS if by == By.KIND else NO_PHASE).get(code, name))


def presets(authority_id: int, today: date) -> list[tuple[Any, Period]]:
    """Periods to choose by a link: the authority’s own year, and those that councils report on. One query."""
    year = own_year(authority_id, today)
    own = [
        (_("This year"), year),
        (_("The year before"), before(year)),
        (_("The last 12 months"), last_year(today)),
    ]
    found: dict[Period, Any] = {}
    for words, one in [*own, *((named.title, named.period) for named in running(today))]:
        found.setdefault(one, words)
    return [(words, one) for one, words in found.items()]


def declared(authority_id: int) -> list[filters.One]:
    """The cuts as filters. Three queries."""
    area = Institution.objects.filter(authority_id=authority_id)
    phases = area.exclude(phase="").order_by("phase").values_list("phase", flat=True).distinct()
    wards = Ward.objects.filter(authority_id=authority_id).order_by("name").values_list("name", flat=True)
    trusts = [name for code, name in trust_choices([authority_id], "") if code and name]
    choices: dict[By, list[tuple[Any, Any]]] = {
        By.PHASE: sorted(
            ((name, NO_PHASE.get(name, name)) for name in phases), key=lambda one: one[0] in NO_PHASE
        ),
        By.WARD: [(name, name) for name in dict.fromkeys(wards)],
        By.TRUST: [(name, name) for name in dict.fromkeys(trusts)],
        By.KIND: list(KIND_WORDS.items()),
    }
    return [
        filters.One(by, CUT_WORDS[by], [*choices[by], (NONE, NOTHING[by])], public=True)
        for by in By
    ]  # fmt: skip


@dataclass(frozen=True)
class Listed:
    """What a list page is asked for."""

    period: Period
    asked: Asked
    chosen: filters.Filters

    @property
    def address(self) -> dict[str, str]:
        """Its days and values, to be put into another address."""
        more = {} if self.asked.institutions else EVERYBODY
        since = {"since": self.asked.since.isoformat()} if self.asked.since else {}
        return days(self.period) | {by.value: code for by, code in self.asked.of.items()} | more | since


def listed(request: Any, authority_id: int, which: Which) -> Listed:
    chosen = filters.read(request, *declared(authority_id))
    of: Mapping[By, str] = {By(name): held[0] for name, held in chosen.values.items() if held}
    since = (day_of(request.GET.get("since", "")) or clock.today()) if which == Which.NOT_SINCE else None
    everybody = request.GET.get("places") == EVERYBODY["places"]
    return Listed(
        period_of(request.GET, authority_id), Asked(which, of, since, institutions=not everybody), chosen
    )

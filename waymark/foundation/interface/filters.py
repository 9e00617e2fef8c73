"""Filters of a list: declared, read from the query, shown as removable selections.

There is no filter by typed text: what is typed would stand in the address, and addresses stay in logs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from .components import draw, draw_kept
from .drawing import together
from .paging import AFTER, BEFORE

How = str | Callable[[QuerySet[Any], Any], QuerySet[Any]]


@dataclass(frozen=True)
class One:
    """At most one of `choices` (pairs of value and text). `how` is a lookup, or a function of queryset and value.
    `public`: the choices name no person and come back on every page, so that they need not be drawn each time.
    `unchosen`: what the list shows without a choice, where that is not all."""

    name: str
    label: Any
    choices: Sequence[tuple[Any, Any]]
    how: How = ""
    public: bool = False
    unchosen: Any = ""
    many = False

    def draw(self, chosen: list[str]) -> SafeString:
        items: list[dict[str, Any]] = [{"value": "", "text": self.unchosen or _("All")}]
        items += [
            {"value": str(v), "text": str(text), "selected": str(v) in chosen} for v, text in self.choices
        ]
        ids = {"id": f"filter-{self.name}", "name": self.name}
        label = {"text": self.label, "classes": "govuk-label--s"}
        return (draw_kept if self.public else draw)("select", ids | {"label": label, "items": items})

    def narrow(self, queryset: QuerySet[Any], chosen: list[str]) -> QuerySet[Any]:
        how = self.how or self.name
        return how(queryset, chosen[0]) if callable(how) else queryset.filter(**{how: chosen[0]})


@dataclass(frozen=True)
class Many(One):
    """Any number of `choices`; rows of any of them. A function gets the list of values."""

    many = True

    def draw(self, chosen: list[str]) -> SafeString:
        items = [
            {"value": str(v), "text": str(text), "checked": str(v) in chosen} for v, text in self.choices
        ]
        legend = {"legend": {"text": self.label, "classes": "govuk-fieldset__legend--s"}}
        params = {"idPrefix": f"filter-{self.name}", "name": self.name, "fieldset": legend, "items": items}
        small = params | {"classes": "govuk-checkboxes--small"}
        return (draw_kept if self.public else draw)("checkboxes", small)

    def narrow(self, queryset: QuerySet[Any], chosen: list[str]) -> QuerySet[Any]:
        how = self.how or self.name
        return how(queryset, chosen) if callable(how) else queryset.filter(**{f"{how}__in": chosen})


@dataclass
class Filters:
    """What a request asks of the declared filters. Values that were not offered are passed over."""

    request: HttpRequest
    declared: Sequence[One]
    values: dict[str, list[str]] = field(init=False)

    def __post_init__(self) -> None:
        self.values = {}
        for one in self.declared:
            offered = {str(value) for value, _text in one.choices}
            chosen = [
                v for v in dict.fromkeys(self.request.GET.getlist(one.name)) if v in offered and v != ""
            ]
            self.values[one.name] = chosen if one.many else chosen[:1]

    def apply(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """`queryset` narrowed by what was chosen."""
        for one in self.declared:
            if self.values[one.name]:
                queryset = one.narrow(queryset, self.values[one.name])
        return queryset

    @cached_property
    def params(self) -> dict[str, Any]:
        """For `{% component "filter-panel" params=filter.params %}`, which `skeletons/list.html` draws by itself."""
        drawn = together(*(one.draw(self.values[one.name]) for one in self.declared))
        return {
            "html": drawn,
            "chosen": self.chosen,
            "clearHref": self._address(),
            "keep": list(self._kept()),
        }

    @property
    def chosen(self) -> list[dict[str, str]]:
        """Each selection as `text` and the `href` that removes it and nothing else."""
        found = []
        for one in self.declared:
            texts = {str(value): text for value, text in one.choices}
            for value in self.values[one.name]:
                others = {
                    n: [v for v in held if (n, v) != (one.name, value)] for n, held in self.values.items()
                }
                found.append({"text": f"{one.label}: {texts[value]}", "href": self._address(others)})
        return found

    def _kept(self) -> Iterable[tuple[str, str]]:
        """What the query holds besides filters and the place in the list, which a new filter begins again."""
        ours = {one.name for one in self.declared} | {AFTER, BEFORE}
        return (
            (name, value) for name, values in self.request.GET.lists() if name not in ours for value in values
        )

    def _address(self, values: dict[str, list[str]] | None = None) -> str:
        query = self.request.GET.copy()
        query.clear()
        for name, value in self._kept():
            query.appendlist(name, value)
        for name, held in (values or {}).items():
            if held:
                query.setlist(name, held)
        return f"?{query.urlencode()}"


def read(request: HttpRequest, *declared: One) -> Filters:
    """The declared filters as the request sets them: `filter = read(request, One(...), Many(...))`."""
    return Filters(request, declared)

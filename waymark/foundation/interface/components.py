"""Components by name: GOV.UK’s macros and our own of the same shape, in one Jinja environment that escapes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any

from django.utils.functional import Promise
from django.utils.html import escape, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext, ngettext
from jinja2 import Environment, PackageLoader, PrefixLoader

# What GOV.UK Frontend has not, or its Jinja port has not yet. Each is `jinja/<name>.html`, drawn with `params`.
OWN = frozenset(
    {
        "filter-panel",
        "footer",
        "identity",
        "language-navigation",
        "marking",
        "next-steps",
        "side-navigation",
        "status",
        "ticket-panel",
        "timeline",
    }
)
# Alike on page after page, and never with a word about a person: drawn once, then kept (`draw_kept`).
SHELL = frozenset({"footer", "service-navigation", "skip-link"})
HTML_KEYS = re.compile(r"^(html|.*Html)$")


@cache
def environment() -> Environment:
    """The one environment. Autoescape is on for every template."""
    loader = PrefixLoader(
        {
            "govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja"),
            "own": PackageLoader("waymark.foundation.interface", "jinja"),
        }
    )
    made = Environment(
        loader=loader, autoescape=True, extensions=["jinja2.ext.i18n"], trim_blocks=True, lstrip_blocks=True
    )
    made.install_gettext_callables(gettext, ngettext, newstyle=True)  # type: ignore[attr-defined]
    return made


def draw(name: str, params: dict[str, Any]) -> SafeString:
    """The HTML of component `name` (as GOV.UK spells it, `summary-list`). KeyError when there is none.

    Values are escaped by the templates. `html` values too, unless they are marked safe: nothing a person typed
    becomes markup by being put under the wrong key.
    """
    if name in SHELL:
        return draw_kept(name, params)
    return _drawn(name, _ready(params))


def _drawn(name: str, ready: dict[str, Any]) -> SafeString:
    if name == "summary-list":
        _keep_lines(ready.get("rows") or [])
    if name in OWN:
        return mark_safe(environment().get_template(f"own/{name}.html").render(params=ready))  # noqa: S308
    return mark_safe(_macro(name)(ready))  # noqa: S308


def draw_kept(name: str, params: dict[str, Any]) -> SafeString:
    """As `draw`, and kept for the next page that asks for the same in this language: a list of all authorities takes
    as long to draw as the rest of its page. Never of a person: what is kept outlives the request."""
    ready = _ready(params)
    return _kept(name, get_language(), _Asked(repr(_told_apart(ready)), ready))


@dataclass(frozen=True)
class _Asked:
    """Parameters that stand for one another when their `key` is the same."""

    key: str
    ready: dict[str, Any] = field(compare=False)


@lru_cache(maxsize=256)
def _kept(name: str, _language: str | None, asked: _Asked) -> SafeString:
    return _drawn(name, asked.ready)


def _told_apart(value: Any) -> Any:
    """Words that are safe as HTML are not the same as words that have to be escaped, though they be equal."""
    if isinstance(value, dict):
        return [(key, _told_apart(item)) for key, item in value.items()]
    if isinstance(value, list):
        return [_told_apart(item) for item in value]
    return (value,) if hasattr(value, "__html__") else value


def _keep_lines(rows: list[dict[str, Any]]) -> None:
    """Answers of several lines keep them in a summary list."""
    for row in rows:
        value = row.get("value") if isinstance(row, dict) else None
        if isinstance(value, dict) and "\n" in str(value.get("text", "")) and not value.get("html"):
            value["html"] = format_html_join(
                mark_safe("<br>"), "{}", ((line,) for line in value["text"].split("\n"))
            )


@cache
def _macro(name: str) -> Any:
    if not re.fullmatch(r"[a-z]+(-[a-z]+)*", name):
        raise KeyError(name)
    function = "govuk" + "".join(part.capitalize() for part in name.split("-"))
    try:
        template = environment().get_template(f"govuk_frontend_jinja/components/{name}/macro.html")
    except LookupError as missing:
        raise KeyError(f"There is no component “{name}”.") from missing
    return getattr(template.module, function)


def _ready(value: Any, key: str = "") -> Any:
    """`value` with lazy texts made texts and unsafe `html` escaped, all the way down."""
    if isinstance(value, dict):
        return {inner: _ready(item, str(inner)) for inner, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_ready(item, key) for item in value]
    if isinstance(value, Promise):
        value = str(value)
    if HTML_KEYS.match(key) and isinstance(value, str) and not hasattr(value, "__html__"):
        return escape(value)
    return value


def nested(flat: dict[str, Any]) -> dict[str, Any]:
    """Arguments of the tag as a component’s parameters: `hint__text` nests, `is_start_button` is `isStartButton`.

    Inside `attributes`, underscores are hyphens: `attributes__data_module`.
    """
    result: dict[str, Any] = {}
    for name, value in flat.items():
        *path, last = name.split("__")
        inner = result
        for step in path:
            inner = inner.setdefault(_camel(step), {})
        inner[last.replace("_", "-") if path and path[-1] == "attributes" else _camel(last)] = value
    return result


def _camel(name: str) -> str:
    return re.sub(r"_([a-z])", lambda found: found.group(1).upper(), name)

"""`{% load waymark %}`: components, forms and the furniture of a page."""

from __future__ import annotations

import uuid
from datetime import date, datetime
from typing import Any

from django import template
from django.conf import settings
from django.forms import BaseForm
from django.forms.boundfield import BoundField
from django.template.base import NodeList, Parser, Token
from django.template.context import Context
from django.template.loader import render_to_string
from django.template.loader_tags import BlockNode
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from waymark.foundation.interface import (
    addresses_drawn,
    components,
    drawing,
    forms,
    moments,
    references_drawn,
    shell,
)
from waymark.foundation.interface.addresses import FOR_AUTHORITY, address
from waymark.foundation.interface.paging import Page
from waymark.foundation.interface.tables import Table
from waymark.foundation.interface.views import brand

register = template.Library()


@register.simple_tag
def component(name: str, params: dict[str, Any] | None = None, **arguments: Any) -> SafeString:
    """`{% component "button" text=_("Continue") %}`. `__` nests keys; `params=` takes a dict made by the view."""
    return components.draw(name, {**(params or {}), **components.nested(arguments)})


@register.simple_tag(takes_context=True)
def once(context: Context) -> SafeString:
    """A new one-time token: a form sent twice with the same one has one effect. On the page of one of several
    authorities that its reader works for, the form says which: another window may show another one by then."""
    token = _hidden("once", uuid.uuid4())
    where = getattr(context.get("request"), "where", None)
    return token + _hidden(FOR_AUTHORITY, where.authority_id) if where else token


def _hidden(name: str, value: object) -> SafeString:
    return format_html('<input type="hidden" name="{}" value="{}">', name, value)


@register.simple_tag(takes_context=True)
def errors(context: Context, form: BaseForm | None = None) -> SafeString:
    """The error summary of `form`, once on a page: the skeleton draws it at the top when the page holds a `form`."""
    if not isinstance(form, BaseForm) or not form.is_bound or not form.errors:
        return mark_safe("")
    if getattr(form, "summary_stands_in", None) is context.template:
        return mark_safe("")
    form.summary_stands_in = context.template  # type: ignore[attr-defined]
    return components.draw(
        "error-summary", {"titleText": _("There is a problem"), "errorList": forms.summary(form)}
    )


@register.simple_tag(takes_context=True)
def form(context: Context, form: BaseForm) -> SafeString:
    """All of a form: the error summary, if it does not stand at the top already, and its fields in order."""
    return drawing.together(errors(context, form), *(drawing.draw_field(bound) for bound in form))


@register.simple_tag
def field(bound: BoundField) -> SafeString:
    """One field with label, hint, error and what was typed."""
    return drawing.draw_field(bound)


@register.simple_tag(takes_context=True)
def around(context: Context) -> dict[str, Any]:
    """What stands around the page: `{% around as shell %}`."""
    return shell.around(context.get("request"))


@register.simple_tag
def table(shown: Table) -> SafeString:
    """A `tables.Table`."""
    return render_to_string("interface/table.html", {"table": shown})


@register.simple_tag
def pages(shown: Page) -> SafeString:
    """Links to the pages before and after this one; nothing when there is one page."""
    params: dict[str, Any] = {"landmarkLabel": _("Pages of this list"), "classes": "waymark-pages"}
    if shown.previous:
        params["previous"] = {"href": shown.previous, "text": _("Previous page")}
    if shown.next:
        params["next"] = {"href": shown.next, "text": _("Next page")}
    return components.draw("pagination", params) if shown.previous or shown.next else mark_safe("")


@register.filter
def moment(value: datetime | None) -> str:
    """`{{ referral.recorded_at|moment }}`: 14 June 2026 at 3:05pm"""
    return moments.moment(value) if value else ""


@register.filter
def day(value: date | None) -> str:
    """`{{ referral.due_on|day }}`: 14 June 2026"""
    return moments.day(value) if value else ""


@register.filter(is_safe=True)
def unbroken(html: str) -> SafeString:
    """HTML in whose text no reference breaks over two lines, and an email address only after its @ or a dot."""
    return addresses_drawn.breaking(references_drawn.unbroken(html))


@register.simple_tag
def brand_stylesheet() -> str:
    """The address of the style sheet with the council’s colour; it changes when the colour does."""
    where = address("interface:brand")
    return f"{where}?{brand.colour()[1:]}" if where else ""


@register.simple_tag
def asset(path: str) -> str:
    """The address of a static file; the plain one when it is not in the manifest, so that error pages still come."""
    try:
        return static(path)
    except ValueError:
        return f"{settings.STATIC_URL}{path}"


class AgainNode(template.Node):
    """A block’s content a second time."""

    def __init__(self, name: str) -> None:
        self.name = name

    def render(self, context: Context) -> SafeString:
        return BlockNode(self.name, NodeList()).render(context)


@register.tag
def again(parser: Parser, token: Token) -> AgainNode:
    """`{% again title %}`: the content of a block that stands elsewhere, so that title and H1 are one text."""
    return AgainNode(token.split_contents()[1])

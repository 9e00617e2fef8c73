"""What is held is gathered; each item is looked at and decided."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.decisions import allow
from waymark.foundation.access.doors import requires
from waymark.foundation.access.filling import fill, version_of
from waymark.foundation.access.loading import load
from waymark.oversight.stewardship import forms, policies, presenters
from waymark.oversight.stewardship.actions import deciding, gathering
from waymark.oversight.stewardship.models import Item, Request
from waymark.oversight.stewardship.permissions import Permission

from .found import BOTH, PAGE, Page, actor_of, form_page, found


@form_page(Permission.PREPARE)
def gather(actor: Actor, held: Request) -> Page:
    lead = _("Everything that you may see about the person is copied here, a row at a time, and entered as read by "
             "you. It takes a minute. What you may not see, a colleague who may has to gather.")  # fmt: skip
    title, may = _("Gather what is held"), policies.gather(actor, held)
    return Page(title, forms.Gather, gathering.ask, may, lead, button=title)


@requires(Permission.SEE, shows=Item)
@BOTH
def decide(request: HttpRequest, reference: str, item_id: UUID) -> HttpResponse:
    """The item, and for those who gathered it what is given of it. Whoever releases reads it."""
    by, held = actor_of(request), found(request, reference)
    item = load(Item.objects.select_related("request"), by, pk=item_id, request=held)
    may = policies.decide(by, item)
    first = {
        "decision": item.decision, "marked": item.marked or item.words, "exemption": item.exemption,
        "reason": item.reason,
    }  # fmt: skip
    form = forms.Decide(request.POST or None, item=item, version=item.version, initial=first)
    given = {
        "held": held, "item": item, "title": presenters.name(item.kind), "may": bool(may),
        "table": presenters.decision(item),
    }  # fmt: skip
    if request.method != "POST":
        may = allow()  # reading it is allowed to all who see it; the form is not there for them
    return fill(
        request, form=form, may=may, record=item, template="stewardship/item.html", given=given,
        act=lambda said: deciding.decide(
            by=by, item=item, version=version_of(request), **{k: v for k, v in said.items() if k != "version"}
        ),
        back=lambda done: _next(by, held),
    )  # fmt: skip


def _next(by: Actor, held: Request) -> tuple[str, ...]:
    """The next item that waits, or back to the request."""
    waits = (
        Item.objects.visible_to(by)
        .filter(request=held, decision="", gathered_by__contains=[by.user_id])
        .first()
    )
    return ("stewardship:item", held.reference, str(waits.pk)) if waits else (PAGE, held.reference)

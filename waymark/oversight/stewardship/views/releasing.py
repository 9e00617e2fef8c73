"""Release by a second person; the answer as a PDF, the documents beside it; that it was handed over."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.doors import requires
from waymark.foundation.access.filling import fill
from waymark.foundation.access.loading import load
from waymark.foundation.accounts.stepping_up import step_up
from waymark.foundation.interface.forms import Form
from waymark.foundation.ledger import reads
from waymark.oversight.stewardship import answer, forms, policies
from waymark.oversight.stewardship.actions import releasing
from waymark.oversight.stewardship.models import Decision, Item, Request
from waymark.oversight.stewardship.permissions import Permission

from .found import BOTH, PAGE, Page, actor_of, form_page, found


@form_page(Permission.PREPARE)
def ask(actor: Actor, held: Request) -> Page:
    lead = _(
        "Every item is decided. Somebody else looks at all of it now; until they send it back, nothing changes."
    )
    title = _("Ask for release")
    return Page(title, Form, releasing.ask, policies.ask(actor, held), lead, button=title)


@form_page(Permission.RELEASE)
def send_back(actor: Actor, held: Request) -> Page:
    title, may = _("Send it back"), policies.send_back(actor, held)
    return Page(title, forms.Because, releasing.send_back, may, button=title)


@form_page(Permission.RELEASE, proof=True)
def release(actor: Actor, held: Request) -> Page:
    lead = _(
        "You answer for what goes out and for what is withheld. After this nothing of it changes any more."
    )
    title, may = _("Release the answer"), policies.release(actor, held)
    return Page(title, Form, releasing.release, may, lead, button=title)


@requires(Permission.RELEASE, shows=Request)
@step_up
@require_GET
def paper(request: HttpRequest, reference: str) -> HttpResponse:
    by, held = actor_of(request), found(request, reference)
    policies.hand_over(by, held).require()
    reads.note(request, held)
    made = HttpResponse(answer.pdf(by, held), content_type="application/pdf")
    made["Content-Disposition"] = f'attachment; filename="answer-{held.reference}.pdf"'
    return made


@requires(Permission.RELEASE, shows=Item)
@step_up
@require_GET
def document(request: HttpRequest, reference: str, item_id: UUID) -> HttpResponse:
    """A document that is given, as a file to keep."""
    by, held = actor_of(request), found(request, reference)
    policies.hand_over(by, held).require()
    item = load(Item.objects.all(), by, pk=item_id, request=held)
    if not item.is_document or item.decision != Decision.GIVE:
        raise Http404
    response = answer.document(by, item)
    reads.note(request, item)
    return response


@requires(Permission.RELEASE, shows=Request)
@BOTH
def hand_over(request: HttpRequest, reference: str) -> HttpResponse:
    by, held = actor_of(request), found(request, reference)
    return fill(
        request, form=forms.HandOver(request.POST or None), may=policies.hand_over(by, held), record=held,
        act=lambda said: releasing.hand_over(by=by, request=held, **said), template="stewardship/form.html",
        given={"title": _("Write down that it was handed over"), "held": held}, back=(PAGE, held.reference),
    )  # fmt: skip

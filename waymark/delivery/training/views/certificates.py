"""Certificates: made, handed out, withdrawn; and checked by anybody."""

from __future__ import annotations

from uuid import UUID

from allauth.core import ratelimit
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from waymark.delivery.training import certificate_paper, links, policies, presenters, queries
from waymark.delivery.training.actions import certifying
from waymark.delivery.training.forms.certificates import Check, Withdraw
from waymark.delivery.training.models import Certificate, Session
from waymark.delivery.training.permissions import Permission
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting
from waymark.foundation.access.doors import requires
from waymark.foundation.access.filling import shown, version_of
from waymark.foundation.access.loading import load
from waymark.foundation.interface.doors import open_to_all
from waymark.foundation.interface.forms import Form
from waymark.foundation.ledger import reads

from .found import actor_of, fill, session_of

BOTH = require_http_methods(["GET", "POST"])
TOO_MANY = gettext_lazy("Too many codes were checked from your network in the last hour. Wait an hour.")


@requires(Permission.TEACH, shows=Session)
@require_GET
def listing(request: HttpRequest, reference: str) -> HttpResponse:
    """Of one session: who has a certificate."""
    found, actor = session_of(request, reference), actor_of(request)
    given = {
        "session": found,
        "table": presenters.certificate_table(queries.certificates(found)),
        "may": bool(policies.certify(actor, found)),
    }
    return shown(request, found, "training/certificates.html", given)


@requires(Permission.TEACH)
@BOTH
def certify(request: HttpRequest, reference: str) -> HttpResponse:
    found, actor = session_of(request, reference), actor_of(request)
    return fill(
        request, form=Form(request.POST or None), may=policies.certify(actor, found),
        act=lambda said: certifying.certify(by=actor, session=found),
        given={
            "title": _("Make certificates"), "caption": reference,
            "lead": _("For everybody who came and is known by name. Those whose email address we have get a link."),
            "up": reverse("training:certificates", args=[reference]), "up_text": _("Certificates"),
        },
        back=lambda done: ("training:certificates", reference),
    )  # fmt: skip


def _certificate(request: HttpRequest, certificate_id: UUID) -> Certificate:
    return load(queries.whole_certificates(), actor_of(request), pk=certificate_id)


@requires(Permission.TEACH, shows=Certificate)
@require_GET
def paper(request: HttpRequest, certificate_id: UUID) -> HttpResponse:
    found = _certificate(request, certificate_id)
    reads.note(request, found)
    return _pdf(found)


@requires(Permission.TEACH)
@BOTH
def withdraw(request: HttpRequest, certificate_id: UUID) -> HttpResponse:
    found, actor = _certificate(request, certificate_id), actor_of(request)
    back = found.attendance.session.reference if found.attendance.session else ""
    return fill(
        request, form=Withdraw(request.POST or None, version=found.version),
        may=policies.withdraw_certificate(actor, found),
        act=lambda said: certifying.withdraw(
            by=actor, certificate=found, version=version_of(request), because=said["because"]
        ),
        given={
            "title": _("Withdraw a certificate"), "caption": found.code,
            "lead": _("Whoever checks its code is told that it does not count any more."),
            "up": reverse("training:certificates", args=[back]), "up_text": _("Certificates"),
        },
        back=lambda done: ("training:certificates", back),
    )  # fmt: skip


@open_to_all("By a signed link sent to the person whose certificate it is.")
@require_GET
def by_link(request: HttpRequest, token: str) -> HttpResponse:
    """One’s own certificate."""
    authority_id, key = links.read(links.CERTIFICATE, token)
    with acting(Actor.job("training-certificate", authority_id)):
        found = queries.whole_certificates().filter(pk=key, withdrawn_at__isnull=True).first()
        if found is None:
            raise Http404
        reads.enter("training:certificate", found)
    return _pdf(found)


def _pdf(found: Certificate) -> HttpResponse:
    if found.attendance.trainee is None:
        raise Http404
    answer = HttpResponse(certificate_paper.of(found), content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="{found.code}.pdf"'
    return answer


@open_to_all("Anybody who is shown a certificate may check its code; the answer holds no name.")
@BOTH
def check(request: HttpRequest) -> HttpResponse:
    form, found = Check(request.POST or None), None
    if request.method == "POST" and form.is_valid():
        if not ratelimit.consume(request, action="certificate_check"):
            form.add_error(None, str(TOO_MANY))
            return render(request, "training/check.html", {"form": form}, status=429)
        found = queries.checked(form.cleaned_data["code"], form.cleaned_data["name"])
    return render(request, "training/check.html", {"form": form, "shown": presenters.checked(form, found)})

"""The organisation’s own sign-on: signing in, linking, showing again that it is still you, accepting an invitation."""

from __future__ import annotations

import logging

from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from waymark.foundation.accounts import stepping_up, strength
from waymark.foundation.accounts.actions import invitations, signing_in
from waymark.foundation.accounts.actions.linking import link
from waymark.foundation.accounts.models import Invitation, SignOn, User
from waymark.foundation.accounts.sign_on import flow, provider
from waymark.foundation.accounts.sign_on.provider import NotBelieved
from waymark.foundation.accounts.views.invitations import SHOWN
from waymark.foundation.interface.doors import open_to_all
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import Refusal

log = logging.getLogger(__name__)


@open_to_all("Nobody is signed in before they have signed in; whoever is can link or prove again.")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """A page with one button; pressing it leads to the provider."""
    if not provider.is_on():
        raise Http404
    purpose = _purpose(request)
    if request.method != "POST":
        return render(request, "accounts/sign_on.html", {"purpose": purpose, "next": _next(request)})
    if purpose == "link" and not stepping_up.proved(request):
        return stepping_up.ask(request)
    try:
        return redirect(flow.set_out(request, purpose=purpose, next_page=_next(request)))
    except NotBelieved as problem:
        return _refused(request, problem)


@open_to_all("The provider sends the browser back here; the state in its session is the key.")
@never_cache
@require_safe
def back(request: HttpRequest) -> HttpResponse:
    """From the provider. Whatever is wrong is answered with the same plain page."""
    if not provider.is_on():
        raise Http404
    try:
        trip = flow.come_back(request)
        return {"link": _link, "again": _again, "invitation": _accept}.get(trip.purpose, _sign_in)(
            request, trip
        )
    except (NotBelieved, Refusal) as problem:
        return _refused(request, problem)


def _sign_in(request: HttpRequest, trip: flow.Trip) -> HttpResponse:
    # By issuer and subject only: an e-mail address in a token opens nothing.
    known = SignOn.objects.select_related("user").filter(identity=trip.identity.key).first()
    if known is None or not known.user.is_active:
        signing_in.enter_failure(known.user if known else None)
        raise NotBelieved("the identity is linked to no account that can be signed in to")
    return _let_in(request, known.user, trip)


def _let_in(request: HttpRequest, user: User, trip: flow.Trip) -> HttpResponse:
    if request.user.is_authenticated:
        request.session.flush()
    record_authentication(request, user, "sign-on")
    _note_second_step(request, user, trip)
    return perform_login(request, Login(user=user, redirect_url=trip.next or None))


def _note_second_step(request: HttpRequest, user: User, trip: flow.Trip) -> None:
    if trip.identity.methods & set(settings.WAYMARK_OIDC["second_step"]):
        record_authentication(request, user, "mfa", type=strength.SIGN_ON)


def _link(request: HttpRequest, trip: flow.Trip) -> HttpResponse:
    if not request.user.is_authenticated:
        raise NotBelieved("nobody is signed in")
    link(user=request.user, identity=trip.identity.key, by=request.actor)  # type: ignore[attr-defined]
    return redirect("accounts:account")


def _again(request: HttpRequest, trip: flow.Trip) -> HttpResponse:
    """Step-up: the provider has to have asked for the proof just now, of the person who is signed in."""
    known = SignOn.objects.filter(identity=trip.identity.key, user_id=request.user.pk).first()
    fresh = clock.now().timestamp() - trip.identity.proved_at < settings.ACCOUNT_REAUTHENTICATION_TIMEOUT
    if known is None or not fresh:
        signing_in.enter_failure(request.user)  # type: ignore[arg-type]
        raise NotBelieved("another person, or an old proof")
    record_authentication(request, request.user, "sign-on", reauthenticated=True)  # type: ignore[arg-type]
    _note_second_step(request, known.user, trip)
    signing_in.enter(signing_in.step_up, known.user)
    return redirect(trip.next or "accounts:account")


def _accept(request: HttpRequest, trip: flow.Trip) -> HttpResponse:
    """The invitation’s link was opened in this browser, and the provider has verified the address it went to."""
    invitation = Invitation.objects.filter(pk=request.session.get(SHOWN)).first()
    if invitation is None or not invitation.works_at(clock.now()):
        raise NotBelieved("no invitation is open in this browser")
    if trip.identity.verified_email != invitation.email:
        raise NotBelieved("the provider has not verified the invited address")
    with invitations.as_invitee(invitation) as by:
        name = trip.identity.name or invitation.email
        user = invitations.accept(invitation=invitation, full_name=name, password=None, by=by)
        link(user=user, identity=trip.identity.key, by=by)
    request.session.pop(SHOWN)
    return _let_in(request, user, trip)


def _purpose(request: HttpRequest) -> str:
    if request.user.is_authenticated:
        return "again" if SignOn.objects.filter(user_id=request.user.pk).exists() else "link"
    return "invitation" if request.GET.get("for") == "invitation" and SHOWN in request.session else "sign-in"


def _next(request: HttpRequest) -> str:
    asked = request.POST.get("next") or request.GET.get("next") or ""
    return asked if url_has_allowed_host_and_scheme(asked, allowed_hosts=None) else ""


def _refused(request: HttpRequest, problem: Exception) -> HttpResponse:
    log.warning("a sign-on was refused: %s", problem)
    return render(request, "accounts/sign_on_refused.html", status=403)

"""Accepting an invitation."""

from __future__ import annotations

from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from waymark.foundation.accounts.actions import invitations as actions
from waymark.foundation.accounts.forms.invitations import Accept
from waymark.foundation.accounts.models import Invitation
from waymark.foundation.accounts.models.invitations import fingerprint
from waymark.foundation.interface.doors import open_to_all
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import Refusal

SHOWN = "accounts_invitation"


@open_to_all(
    "Whoever is invited has no account yet: the link in the letter, which only they have, is the key."
)
@never_cache
@require_safe
def open_link(request: HttpRequest, token: str) -> HttpResponse:
    """Take the token out of the address before anything is shown, so that it is not kept in any history."""
    invitation = Invitation.objects.filter(token_hash=fingerprint(token)).first()
    if invitation is None:
        return _refused(request, None)
    request.session[SHOWN] = str(invitation.pk)
    return redirect("accounts:invitation-accept")


@open_to_all("Whoever is invited has no account yet: the session remembers that they showed the link.")
@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def accept(request: HttpRequest) -> HttpResponse:
    """Name and password of a new account; then signed in."""
    shown = request.session.get(SHOWN)
    invitation = Invitation.objects.filter(pk=shown).first() if shown else None
    if invitation is None or not invitation.works_at(clock.now()):
        return _refused(request, invitation)
    form = Accept(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            with actions.as_invitee(invitation) as invitee:
                user = actions.accept(invitation=invitation, by=invitee, **form.cleaned_data)
        except Refusal as refusal:
            form.add_error(refusal.field, str(refusal))
        else:
            request.session.pop(SHOWN)
            record_authentication(request, user, "password", email=user.email)
            return perform_login(request, Login(user=user))
    return render(request, "accounts/invitation_accept.html", {"form": form, "invitation": invitation})


def _refused(request: HttpRequest, invitation: Invitation | None) -> HttpResponse:
    """Say why a link does not work and what to do. 410 for one that worked once, 404 for one that never did."""
    reason = "unknown"
    if invitation is not None:
        reason = "used" if invitation.accepted_at else "withdrawn" if invitation.withdrawn_at else "expired"
    status = 410 if invitation else 404
    return render(request, "accounts/invitation_refused.html", {"reason": reason}, status=status)

"""Signing in as one of the invented people of the demonstration. Mounted in the demonstration only."""

from __future__ import annotations

from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from waymark.foundation.accounts import demo_signin
from waymark.foundation.interface.doors import open_to_all


@open_to_all("The demonstration holds invented people only; an evaluator chooses which of them to be.")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: HttpRequest) -> HttpResponse:
    """The people offered; posting one of them signs in. Somebody who set up an app is asked for its code."""
    if not settings.WAYMARK_DEMO:
        raise Http404
    if request.method == "POST":
        user = demo_signin.chosen(request.POST.get("who", ""))
        if user is None:
            raise Http404
        if request.user.is_authenticated:
            request.session.flush()
        record_authentication(request, user, "demo")
        return perform_login(request, Login(user=user))
    return render(request, "accounts/demo_signin.html", {"offers": demo_signin.offers()})

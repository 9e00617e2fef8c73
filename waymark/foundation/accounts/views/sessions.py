"""Where somebody is signed in: the list, ending one session, ending all others."""

from __future__ import annotations

from allauth.usersessions.models import UserSession
from allauth.usersessions.views import ListUserSessionsView
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from waymark.foundation.accounts.actions import signing_in


class Sessions(ListUserSessionsView):
    """The list. A post that names a session ends that one, any other post all but this one."""

    def post(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        """End one, or let allauth end the others. Of somebody else’s sessions there is nothing here (404)."""
        signing_in.enter(signing_in.end_session, request.user)  # type: ignore[arg-type]
        if "session" not in request.POST:
            return super().post(request, *args, **kwargs)
        asked = request.POST["session"]
        mine = UserSession.objects.filter(user_id=request.user.pk)
        session = (
            mine.filter(pk=int(asked)).first()
            if asked.isascii() and asked.isdigit() and len(asked) < 10
            else None
        )
        if session is None or session.session_key == request.session.session_key:
            raise Http404
        session.end()
        messages.success(request, _("That computer or phone is signed out."))
        return redirect("usersessions_list")


listing = Sessions.as_view()

"""The code of a session: shown by whoever teaches, used by those in the room without an account. Nobody is named."""

from __future__ import annotations

from allauth.core import ratelimit
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods

from waymark.delivery.training import links, policies, room
from waymark.delivery.training.actions import signing_in
from waymark.delivery.training.forms.signing_in import Code, Here
from waymark.delivery.training.models import Session
from waymark.delivery.training.permissions import Permission
from waymark.foundation.access.context import acting
from waymark.foundation.access.doors import requires
from waymark.foundation.interface.code_picture import Picture
from waymark.foundation.interface.doors import open_to_all
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import Refusal

from .found import actor_of, session_of

BOTH = require_http_methods(["GET", "POST"])
IN_THE_ROOM = "By a code that is shown in the room; it names nobody, and works while the session goes on."
TOO_MANY = _(
    "Too many people used a code from your network in the last hour. Tell whoever teaches that you are here."
)
NO_CODE = _("No session has this code now. Look at the code again, or ask whoever teaches.")


@requires(Permission.TEACH)
@require_GET
def shown(request: HttpRequest, reference: str) -> HttpResponse:
    """To show on the screen or to print."""
    found = session_of(request, reference)
    policies.show_code(actor_of(request), found).require()
    address = request.build_absolute_uri(room.link(found))
    given = {
        "session": found, "address": address, "picture": Picture.of(address), "code": room.code(found),
        "typed_at": request.build_absolute_uri(reverse("training:here-code")), "signed": found.sign_ins.count(),
        "from_at": found.starts_at - room.AROUND, "until_at": found.ends_at + room.AROUND,
    }  # fmt: skip
    return render(request, "training/room.html", given)


@open_to_all(IN_THE_ROOM)
@BOTH
def code(request: HttpRequest) -> HttpResponse:
    """For a phone that reads no picture."""
    form, status = Code(request.POST or None), 200
    if request.method == "POST" and form.is_valid():
        if ratelimit.consume(request, action="room_code"):
            found = room.find(form.cleaned_data["code"], clock.now())
            if found is not None:
                return redirect(room.link(found))
            form.add_error("code", str(NO_CODE))
        else:
            form.add_error(None, str(TOO_MANY))
            status = 429
    return render(request, "training/here_code.html", {"form": form}, status=status)


@open_to_all(IN_THE_ROOM)
@BOTH
def here(request: HttpRequest, token: str) -> HttpResponse:
    """Opening it says nothing: the button does. The answer is the same for who has booked and who has not."""
    authority_id, key = links.read(links.ROOM, token)
    form, status = Here(request.POST or None), 200
    with acting(room.job(authority_id)) as by:
        found = Session.objects.select_related("taught__course").filter(pk=key).first()
        if found is None:
            raise Http404
        if request.method == "POST" and form.is_valid():
            try:
                if ratelimit.consume(request, action="room_code"):
                    signing_in.sign_in(by=by, session=found, typed=form.cleaned_data["typed"])
                    return redirect("training:here-done")
                form.add_error(None, str(TOO_MANY))
                status = 429
            except Refusal as refusal:
                form.refuse(refusal)
        may = policies.sign_in(found, clock.now())
        given = {"form": form, "session": found, "not_now": "" if may else may.sentence}
        return render(request, "training/here.html", given, status=status)


@open_to_all("Says thank you; it names nobody.")
@require_GET
def done(request: HttpRequest) -> HttpResponse:
    return render(request, "training/here_done.html")

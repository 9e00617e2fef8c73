"""Before the form: immediate danger, what is a reason to refer and what is not, the e-mail link."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from waymark.foundation.access.doors import requires
from waymark.foundation.interface.doors import open_to_all
from waymark.foundation.kernel import clock
from waymark.pathway.concerns import routing
from waymark.pathway.concerns.actions import drafting
from waymark.pathway.concerns.authors import sends_to
from waymark.pathway.concerns.form import versions
from waymark.pathway.concerns.forms.starting import Begin, Danger
from waymark.pathway.concerns.permissions import Permission

BEFORE = "Anybody may read what to do about a worry before they say who they are."
VISITORS = "concerns:visitor"


@open_to_all(BEFORE)
def start(request: HttpRequest) -> HttpResponse:
    """What can be done here: refer, ask for advice, follow."""
    given = {
        "may_follow": may(request, Permission.FOLLOW),
        "whom": routing.whom(request.actor, clock.today(), sends_to(request, Permission.REFER)),  # type: ignore[attr-defined]
    }
    return render(request, "concerns/start.html", given)


@open_to_all(BEFORE)
def danger(request: HttpRequest) -> HttpResponse:
    """Immediate danger comes first."""
    form = Danger(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return redirect("concerns:emergency" if form.cleaned_data["danger"] == "yes" else "concerns:before")
    return render(request, "concerns/danger.html", {"form": form})


@open_to_all(BEFORE)
def emergency(request: HttpRequest) -> HttpResponse:
    """Call 999."""
    return render(request, "concerns/emergency.html")


@open_to_all(BEFORE)
def before(request: HttpRequest) -> HttpResponse:
    """Notice, check, share; and what is not a reason to refer."""
    return render(request, "concerns/before.html", {"may_begin": may(request, Permission.REFER)})


def may(request: HttpRequest, permission: Permission) -> bool:
    """Whether the way on is offered. Whoever is not signed in is asked for their email address first."""
    return not request.actor.user_id or request.actor.may(permission)


@requires(Permission.REFER, visitors=VISITORS)
def begin(request: HttpRequest) -> HttpResponse:
    """Makes the draft, once danger was answered."""
    form, authority_id = Begin(request.POST or None), sends_to(request, Permission.REFER)
    if request.method == "POST" and form.is_valid():
        draft = drafting.start_draft(by=request.actor, authority_id=authority_id)
        talked = {"talked": form.cleaned_data["talked"], "result": ""}
        page = versions.of(draft.form_version).find("lead")
        if page is not None and talked["talked"] in ("self", "none"):
            seen = drafting.stamp(draft, page)
            drafting.save_page(by=request.actor, draft=draft, page=page, values=talked, seen=seen)
        return redirect("concerns:draft", draft.pk)
    given = {"form": form, "at": clock.now()}
    return render(request, "concerns/begin.html", given)

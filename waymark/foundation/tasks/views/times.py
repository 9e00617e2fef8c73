"""How long each step may take in the authority of whoever leads there, and another time from a day on."""

from __future__ import annotations

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_http_methods

from waymark.foundation.access.doors import requires
from waymark.foundation.access.filling import fill
from waymark.foundation.access.working_for import where_may
from waymark.foundation.kernel import clock
from waymark.foundation.tasks import clocks, policies, presenters
from waymark.foundation.tasks.actions import setting
from waymark.foundation.tasks.declared import CLOCKS
from waymark.foundation.tasks.forms import SetTime
from waymark.foundation.tasks.models import Clock
from waymark.foundation.tasks.permissions import Permission


@requires(Permission.SET_TIMES)
@require_GET
def listing(request: HttpRequest) -> HttpResponse:
    """Each step with what is in force today, its source, and what comes."""
    rows = Clock.objects.filter(Q(authority_id=_authority(request)) | Q(authority=None))
    return render(request, "tasks/times.html", {"table": presenters.table(rows, clock.today())})


@requires(Permission.SET_TIMES)
@require_http_methods(["GET", "POST"])
def set_time(request: HttpRequest, code: str) -> HttpResponse:
    by, authority_id = request.actor, _authority(request)  # type: ignore[attr-defined]
    if code not in CLOCKS:
        raise Http404
    now = clocks.period(code, on=clock.today(), authority_id=authority_id)
    return fill(
        request, form=SetTime(request.POST or None, initial=presenters.before(now)),
        may=policies.set_time(by, authority_id), record=None,
        act=lambda said: setting.set_time(by=by, authority_id=authority_id, code=code, **said),
        template="tasks/set_time.html", back=("tasks:times",),
        given={"title": CLOCKS[code].title, "now": now.words, "source": now.source},
    )  # fmt: skip


def _authority(request: HttpRequest) -> int:
    """Where whoever asks leads; 404 when nowhere."""
    return where_may(request, policies.set_time)

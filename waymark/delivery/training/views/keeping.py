"""Places that are kept for some, and let go."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from waymark.delivery.training import policies, presenters
from waymark.delivery.training.actions import keeping
from waymark.delivery.training.forms.keeping import Keep
from waymark.delivery.training.models import KeptPlaces
from waymark.delivery.training.permissions import Permission
from waymark.foundation.access.doors import requires
from waymark.foundation.access.filling import version_of
from waymark.foundation.access.loading import load
from waymark.foundation.interface.forms import Form

from .found import SESSION, actor_of, fill, session_of

BOTH = require_http_methods(["GET", "POST"])


@requires(Permission.PLAN)
@BOTH
def keep(request: HttpRequest, reference: str) -> HttpResponse:
    found, actor = session_of(request, reference), actor_of(request)
    form = Keep(request.POST or None, whom=presenters.whom(found.authority_id))
    return fill(
        request, form=form, may=policies.change_session(actor, found),
        act=lambda said: keeping.keep(by=actor, session=found, **form.said()),
        given={
            "title": _("Keep places"), "caption": reference, "up": reverse(SESSION, args=[reference]),
            "up_text": _("Back to the session"),
            "lead": _("Others cannot book them until the day that you set. Whoever books sees that they are kept."),
        },
        back=lambda done: (SESSION, reference),
    )  # fmt: skip


@requires(Permission.PLAN)
@BOTH
def release(request: HttpRequest, kept_id: UUID) -> HttpResponse:
    actor, kept = (
        actor_of(request),
        KeptPlaces.objects.select_related("session", "institution", "organisation"),
    )
    found = load(kept, actor, pk=kept_id)
    there = found.session.reference
    return fill(
        request, form=Form(request.POST or None, version=found.version), may=policies.release_places(actor, found),
        act=lambda said: keeping.release(by=actor, places=found, version=version_of(request)),
        given={
            "title": _("Let kept places go"), "caption": str(found), "up": reverse(SESSION, args=[there]),
            "up_text": _("Back to the session"),
            "lead": _("From now on everybody can book them. Whoever waits is asked first."),
        },
        back=lambda done: (SESSION, there),
    )  # fmt: skip

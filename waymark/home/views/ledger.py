"""Who did and looked at what, for the information governance lead: opaque references, no content."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from waymark.foundation.access.doors import requires
from waymark.foundation.access.permissions import Permission
from waymark.foundation.interface.paging import page
from waymark.foundation.ledger.models import Deed, Read
from waymark.home import presenters


@requires(Permission.LEDGER_READ)
def listing(request: HttpRequest) -> HttpResponse:
    """Newest first, deeds or reads; row security leaves only entries of the reader’s own authorities."""
    which = "reads" if request.GET.get("show") == "reads" else "deeds"
    shown = page((Read if which == "reads" else Deed).objects.all(), request, order=("-id",))
    entries = presenters.ledger_table(shown.rows, which)
    return render(request, "home/ledger.html", {"page": shown, "which": which, "entries": entries})

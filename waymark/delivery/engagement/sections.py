"""What the page of a place shows of issues, and that of a request for training of what was asked for in it."""

from __future__ import annotations

from typing import Any

from django.db.models import Model
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from waymark.delivery.training.models import TrainingRequest
from waymark.foundation.directory.beside import Section
from waymark.foundation.directory.models import Place

from . import policies, queries, shown

SHOWN = 20


def of_place(request: HttpRequest, place: Place, key: str) -> Section | None:
    actor = request.actor  # type: ignore[attr-defined]
    if place.authority_id is None or not policies.keep(actor, place.authority_id):
        return None
    held = queries.issues_at(actor, place)[:SHOWN]
    links = [{"text": _("Raise an issue with them"), "href": reverse("engagement:raise", args=[key])}]
    return Section(shown.issue_table(held, _("Issues raised with them"), with_place=False), links)


def of_request(request: HttpRequest, record: Model) -> list[dict[str, Any]]:
    actor = request.actor  # type: ignore[attr-defined]
    if not isinstance(record, TrainingRequest) or not policies.keep(actor, record.authority_id):
        return []
    href = f"{reverse('engagement:note')}?request={record.reference}"
    return [{"text": _("Note what they ask for that there is not yet"), "href": href}]

"""A case is handed over to another authority, or taken back before there is an answer."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.http import Http404, HttpRequest
from django.utils.translation import gettext_lazy as _

from waymark.foundation.places.models import Authority
from waymark.pathway.channel.models import Case
from waymark.pathway.channel.permissions import Permission
from waymark.pathway.exits import forms, policies, presenters
from waymark.pathway.exits.actions import transferring
from waymark.pathway.exits.models import Transfer

from .found import Page, case_page


@case_page(Permission.TRANSFER)
def transfer(request: HttpRequest, case: Case) -> Page:
    using = Authority.objects.filter(uses_waymark=True).exclude(pk=case.authority_id).order_by("name")
    others = {str(one.pk): one for one in using}

    def act(*, to: str, **said: Any) -> None:
        transferring.send(case=case, to=others[to], **said)

    return Page(
        _("Hand over to another authority"),
        partial(forms.Transfer, to=[(key, one.name) for key, one in others.items()]),
        act,
        may=policies.transfer(request.actor, case),  # type: ignore[attr-defined]
        given={"intro": presenters.TRANSFER_INTRO},
    )


@case_page(Permission.TRANSFER)
def take_back(request: HttpRequest, case: Case) -> Page:
    waiting = Transfer.objects.select_related("case").filter(case=case, answer__isnull=True).first()
    if waiting is None:
        raise Http404
    return Page(
        _("Take the transfer back"),
        forms.Why,
        partial(transferring.take_back, transfer=waiting),
        may=policies.take_back(request.actor, waiting),  # type: ignore[attr-defined]
    )

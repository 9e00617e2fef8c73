"""The paper of a certificate from elsewhere: a PDF or a picture, added in the vault by whoever declared it."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from waymark.foundation.access.actors import Actor
from waymark.foundation.vault import presenters, records
from waymark.foundation.vault.taking import PAPERS

from . import policies
from .models import Declared


def declare() -> None:
    """Called in AppConfig.ready."""
    records.declare(
        records.Kind(
            "certificate",
            Declared,
            policies.read_paper,
            policies.add_paper,
            _called,
            _page,
            takes=PAPERS,
            lead=gettext_lazy(
                "Add the certificate, so that whoever answers can see it. What the file tells about its author, and "
                "where a picture was taken, is removed."
            ),
        )
    )


def shown(actor: Actor, declared: Declared) -> dict[str, Any]:
    """For the page of the certificate: its paper, and where one adds it."""
    return {
        "rows": presenters.of_record(actor, declared),
        "add_href": presenters.url("add", declared) if policies.add_paper(actor, declared) else "",
    }


def _called(declared: Declared) -> str:
    return _("Certificate from elsewhere %(reference)s") % {"reference": declared.reference}


def _page(actor: Actor, declared: Declared) -> str:
    page = "declared-one" if policies.plans(actor, declared.authority_id) else "mine-declared"
    return reverse(f"training:{page}", args=[declared.reference])

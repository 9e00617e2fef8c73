from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.roles import VISITOR
from waymark.foundation.interface import fields
from waymark.foundation.interface.forms import Form
from waymark.foundation.places.models import Organisation
from waymark.home.roles import ROLES


class Role(Form):
    """Which role, for which organisation of the administrator’s authorities."""

    organisation = fields.Pick(
        label=_("Which organisation do they work for?"), required=_("Choose the organisation")
    )
    role = fields.Choice(
        label=_("Which role do they have there?"),
        choices=[(role.code, role.name) for role in ROLES if role.code != VISITOR],
        hints={role.code: role.sentence for role in ROLES},
        required=_("Choose the role"),
    )

    def __init__(self, *args: Any, organisations: QuerySet[Organisation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._organisations = {str(found.pk): found for found in organisations}
        self.fields["organisation"].choices = [("", "")] + [  # type: ignore[attr-defined]
            (pk, o.name) for pk, o in self._organisations.items()
        ]

    def clean_organisation(self) -> Organisation:
        return self._organisations[self.cleaned_data["organisation"]]


class GiveRole(Role):
    """The same for somebody with an account, who may hold it for a time only."""

    until = fields.Day(
        label=_("What is the last day of the role?"),
        hint=_("Leave this empty if the role has no last day."),
        required=False,
        past=False,
    )


class Invite(Role):
    """An address to invite, with the first role."""

    email = fields.Email(
        label=_("Work email address"),
        hint=_("The person gets a link to set up their account. It works for 72 hours."),
        required=_("Enter the person’s work email address"),
    )
    field_order = ("email", "organisation", "role")


class Disable(Form):
    """Why an account is stopped."""

    reason = fields.Words(
        label=_("Why is this account stopped?"),
        hint=_("For example: left the organisation on 14 June 2026."),
        required=_("Say why the account is stopped"),
        max_length=500,
    )

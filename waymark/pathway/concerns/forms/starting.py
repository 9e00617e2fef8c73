"""Before the form: is anybody in danger, who are you."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from waymark.foundation.interface import fields
from waymark.foundation.interface.forms import Form
from waymark.foundation.places.models import Authority


class Danger(Form):
    danger = fields.Choice(
        label=_("Is anybody in danger right now?"),
        hint=_(
            "For example, a person is about to hurt somebody, has a weapon, or is leaving for a place of conflict."
        ),
        heading=True,
        required=_("Choose whether anybody is in danger right now"),
        choices=(("yes", _("Yes, or it may be so")), ("no", _("No"))),
    )


class Begin(Form):
    """The last step before the first question."""

    danger = fields.Choices(
        label=_("Before you start"),
        required=_("Confirm that nobody is in danger right now. If somebody is, call 999"),
        choices=(("no", _("Nobody is in danger right now. If that changes I will call 999.")),),
    )
    talked = fields.Choice(
        label=_("Have you talked to your safeguarding lead?"),
        required=_("Choose whether you have talked to your safeguarding lead"),
        choices=(
            ("yes", _("Yes")),
            ("self", _("I am the safeguarding lead")),
            ("none", _("We have no safeguarding lead")),
            ("no", _("No, not yet")),
        ),
        hints={
            "no": _(
                "You can start now. Talk to them before you send it, unless waiting puts somebody at risk."
            )
        },
    )


class VisitorLink(Form):
    """Where the link goes. `authority` is asked only where there is more than one."""

    email = fields.Email(
        label=_("Your work email address"),
        hint=_("We send a link to it. The link shows us that the address is yours."),
        required=_("Enter your work email address"),
    )

    def __init__(self, *args: Any, authorities: list[Authority], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if len(authorities) > 1:
            self.fields["authority"] = fields.Choice(
                label=_("Which council should get it?"),
                hint=_(
                    "Choose the council where the person lives. If you do not know, choose where you work."
                ),
                required=_("Choose the council that should get it"),
                choices=[
                    (str(authority.pk), authority.official_name or authority.name)
                    for authority in authorities
                ],
            )

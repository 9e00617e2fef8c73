"""After how many months a role is due again."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from waymark.foundation.interface import fields
from waymark.foundation.interface.forms import Form
from waymark.foundation.kernel import clock


class SetRule(Form):
    """`roles` are pairs of key and name."""

    def __init__(self, *args: Any, roles: list, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"] = fields.Pick(label=_("Which role?"), choices=roles, typing=False)
        self.fields["months"] = fields.Whole(
            label=_("After how many months are they due again?"), least=1, most=120
        )
        self.fields["from_on"] = fields.Day(label=_("From which day does this hold?"), initial=clock.today)
        self.fields["because"] = fields.Line(
            label=_("Why is this period right?"), max_length=300, required=_("Say why this period is right")
        )

"""Is it still necessary to keep this record?"""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from waymark.foundation.interface import fields
from waymark.foundation.interface.forms import Form
from waymark.foundation.retention.models import Review


class Answer(Form):
    """Erasing is what is chosen unless somebody has a reason against it."""

    decision = fields.Choice(
        label=_("Is it still necessary to keep this record?"),
        choices=[(one.value, one.label) for one in Review.Decision],
        initial=Review.Decision.ERASE.value,
    )
    keep_until = fields.Day(
        label=_("If it is kept: until which day?"),
        hint=_("Leave this empty if it is to be erased."),
        required=fields.UNMARKED,
        past=False,
    )
    reason = fields.Words(
        label=_("Why?"),
        hint=_("Do not name anybody."),
        max_length=2000,
        rows=5,
        required=_("Give the reason in at least one whole sentence"),
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if (
            given.get("decision") == Review.Decision.KEEP
            and "keep_until" in given
            and not given["keep_until"]
        ):
            self.add_error("keep_until", _("Give the day until which it is kept"))
        return given

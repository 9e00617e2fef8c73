"""The plan in the words of the law, and its needs."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from waymark.foundation.interface import fields
from waymark.foundation.interface.forms import Form
from waymark.pathway.support.actions.planning import LABELS

LENGTH = 8000


def _words(name: str, hint: Any) -> fields.Words:
    return fields.Words(label=LABELS[name], hint=hint, required=fields.UNMARKED, max_length=LENGTH, rows=6)


class Write(Form):
    """Nothing is required yet: a draft may be put aside half written. `later`: is it not the first version?"""

    consent_arrangements = _words(
        "consent_arrangements",
        _("The person, or a parent or guardian of a child. Name who asks them, and when."),
    )
    nature = _words("nature", _("For example: mentoring, help with housing, sport."))
    responsible = _words("responsible", _("Name people and organisations."))
    delivery = _words("delivery", _("Where, how often, from when to when."))
    changed = _words("changed", _("In a few words, for those who know the version before."))
    why = _words("why", "")

    def __init__(self, *args: Any, later: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not later:
            del self.fields["changed"], self.fields["why"]


class Approve(Form):
    panel_on = fields.Day(label=_("On which day did the panel agree this plan?"), future=False)


class AddNeed(Form):
    words = fields.Words(
        label=_("What does the person need?"), required=_("Write what the person needs"), max_length=LENGTH
    )


class ExplainNeed(Form):
    why_none = fields.Words(
        label=_("Why is nothing done about it?"),
        hint=_("For example: another service sees to it, or the person does not want it."),
        required=_("Say why nothing is done about it"),
        max_length=LENGTH,
    )

"""Sentences of refusals."""

from django.utils.translation import gettext_lazy as _

ALREADY_TAKEN = _("Somebody else has already taken this.")
NOT_FOR_YOU = _("This is not for you to take.")
NOT_THE_LEAD = _("Only the Prevent lead of the council can set how long steps may take.")

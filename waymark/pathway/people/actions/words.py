"""Sentences that several actions refuse with."""

from django.utils.translation import gettext_lazy as _

NO_LETTERS = _("Enter a name with at least one letter or number.")
BORN_LATER = _("The birth date must be in the past.")
NO_NAME = _("A person needs at least one name, nickname or name used online.")

"""Sentences that several actions refuse with."""

from django.utils.translation import gettext_lazy as _

NO_LETTERS = _("Enter a name with at least one letter or number.")
BORN_LATER = _("The birth date must be in the past.")
NO_NAME = _("A person needs at least one name, nickname or name used online.")
ENDS_BEFORE_START = _("The last day must not be before the first day.")
NOT_LISTED = _("Choose an answer from the list.")

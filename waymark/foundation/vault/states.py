"""What is known of a document: nobody has looked yet, clean, or infected."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Checked(models.TextChoices):
    WAITING = "waiting", _("Not checked for viruses yet")
    CLEAN = "clean", _("Checked: nothing harmful found")
    INFECTED = "infected", _("Harmful: it cannot be opened")

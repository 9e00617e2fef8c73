"""What whoever is asked has to be told, and the wording of the consent. A new wording gets a new version."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

VERSION = "2026-11"


class Told(models.TextChoices):
    """Each has to be told before consent is given. The last is the reminder of the Home Office’s addendum of 2025."""

    PREVENT = "prevent", _("This is support through Channel, which is part of Prevent")
    VOLUNTARY = "voluntary", _("It is voluntary: nothing happens to anybody who says no")
    WITHDRAW = "withdraw", _("Consent can be taken back at any time, and how")
    WHO_SEES = "who_sees", _("Who sees what is written, including the Home Office")
    DISCLOSABLE = (
        "disclosable",
        _("What is said can be passed on where that is lawful, necessary and proportionate"),
    )

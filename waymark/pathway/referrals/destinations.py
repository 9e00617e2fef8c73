"""Who goes on helping a person: one national list, for police assessment and for the end of support."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from waymark.foundation.lists import ListDefault, declare

LIST = "destinations"


class Destination(models.TextChoices):
    NONE = "none", _("Nobody: no need was found, or none is left")
    CHILDREN = "children", _("Children’s social care")
    EARLY_HELP = "early_help", _("Early help")
    ADULTS = "adults", _("Adult social care")
    HEALTH = "health", _("Mental health or other health service")
    EDUCATION = "education", _("Education, or special educational needs")
    HOUSING = "housing", _("Housing")
    SUBSTANCES = "substances", _("Drug and alcohol service")
    YOUTH_JUSTICE = "youth_justice", _("Youth justice")
    BELOW_THRESHOLD = "below_threshold", _("A panel for those below the threshold")
    OTHER_AREA = "other_area", _("Another authority")
    REFERRER = "referrer", _("Back to the referrer, with advice")
    POLICE_LED = "police_led", _("A partnership led by the police")
    MAPPA = "mappa", _("Multi-agency public protection arrangements")
    DDP = "ddp", _("Desistance and Disengagement Programme")


D = Destination
# Where nobody is asked whether they accept: the database has a rule of its own for it.
FIXED = frozenset({D.NONE.value})
# Not at police assessment: these follow a case. Not at the end of support: these are for who never had a case.
AFTER_A_CASE = frozenset({D.POLICE_LED.value, D.MAPPA.value, D.DDP.value})
BEFORE_A_CASE = frozenset({D.BELOW_THRESHOLD.value, D.OTHER_AREA.value, D.REFERRER.value})


def declare_list() -> None:
    """Called in AppConfig.ready."""
    declare(ListDefault(LIST, _("Who goes on helping a person"), Destination, FIXED))

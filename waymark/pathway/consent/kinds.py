"""Kinds of support that consent can cover, and that a plan may name. Other rooms ask for them here."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class SupportKind(models.TextChoices):
    """As councils and police list them; ideological mentoring is by a provider whom the Home Office has approved."""

    IDEOLOGY = "ideology", _("Mentoring about ideology or faith, by an approved provider")
    MENTORING = "mentoring", _("Other mentoring")
    LIFE_SKILLS = "life_skills", _("Life skills")
    BEHAVIOUR = "behaviour", _("Help with anger or behaviour")
    PURSUITS = "pursuits", _("Sport, arts and other pursuits")
    EDUCATION = "education", _("Education and training")
    WORK = "work", _("Careers and work")
    FAMILY = "family", _("Support for the family")
    ONLINE = "online", _("Safety online, for the person or the parents")
    HEALTH = "health", _("Health")
    MENTAL_HEALTH = "mental_health", _("Mental health")
    SUBSTANCES = "substances", _("Drugs and alcohol")
    HOUSING = "housing", _("Housing")
    OTHER = "other", _("Other support that the plan describes")

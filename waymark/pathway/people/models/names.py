from __future__ import annotations

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.models import Protected

from .person import Person


class PersonName(Protected):
    """One way in which the person is named. Three spellings are three rows; one is the main one.

    `folded` is `kernel.text.fold(full_name)`, `folded_parts` its words in alphabetical order: what search compares.
    A corrected name stays as a former one, so that an earlier spelling still finds the person.
    """

    class Kind(models.TextChoices):
        NAME = "name", _("Name")
        ALIAS = "alias", _("Also known as")
        FORMER = "former", _("Former name or spelling")
        HANDLE = "handle", _("Name used online")

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="names")
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.NAME)
    full_name = models.CharField(max_length=200)
    forenames = models.CharField(max_length=120, blank=True, default="")
    surname = models.CharField(max_length=120, blank=True, default="")
    folded = models.CharField(max_length=420)
    folded_parts = models.CharField(max_length=420)
    is_main = models.BooleanField(default=False)
    source = models.CharField(max_length=200, blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=Q(is_main=True), name="person_one_main_name"
            ),
            models.CheckConstraint(
                condition=~Q(folded="") & ~Q(folded_parts=""),
                name="name_has_letters",
                violation_error_message=_("Enter a name with at least one letter or number."),
            ),
        ]
        indexes = [GinIndex(name="name_folded_trigrams", fields=["folded"], opclasses=["gin_trgm_ops"])]

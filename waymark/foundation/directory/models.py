"""What one authority keeps of an institution or organisation: whom to reach there, and its own note."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.models import Protected
from waymark.foundation.access.models.protected import ProtectedQuerySet
from waymark.foundation.kernel import clock
from waymark.foundation.places.models import Institution, Organisation
from waymark.foundation.vault.fields import SealedText

Place = Institution | Organisation
ONE_PLACE = Q(institution__isnull=False, organisation__isnull=True) | Q(
    institution__isnull=True, organisation__isnull=False
)


def where(place: Place) -> dict[str, Place]:
    """The place as a column and its value: `Contact.objects.filter(**where(place))`."""
    return {"institution" if isinstance(place, Institution) else "organisation": place}


class AtPlace(Protected):
    """Something that an authority keeps of one place."""

    institution = models.ForeignKey(
        Institution, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        abstract = True

    @property
    def place(self) -> Place:
        found = self.institution or self.organisation
        assert found is not None  # noqa: S101  (a constraint of the table says so)
        return found

    @staticmethod
    def granted(authority_id: int) -> list[str]:
        return [f"authority:{authority_id}:directory", f"system:{authority_id}"]


class ContactQuerySet(ProtectedQuerySet):
    def valid_on(self, day: date) -> Self:
        """Those in their role on a day: begun, or begun at an unknown date, and not yet over."""
        return self.filter(
            Q(from_on__isnull=True) | Q(from_on__lte=day), Q(until_on__isnull=True) | Q(until_on__gte=day)
        )

    def at_any(self, places: Iterable[Place]) -> Self:
        held = list(places)
        return self.filter(
            Q(institution__in=[p.pk for p in held if isinstance(p, Institution)])
            | Q(organisation__in=[p.pk for p in held if isinstance(p, Organisation)])
        )


class Contact(AtPlace):
    """Somebody who answers for a place in a role, from one day to another. Who left stays, with an end."""

    class Role(models.TextChoices):
        HEAD = "head", _("Head teacher or manager")
        DSL = "dsl", _("Designated safeguarding lead")
        DEPUTY_DSL = "deputy_dsl", _("Deputy safeguarding lead")
        GOVERNOR = "governor", _("Governor or trustee for safeguarding")
        PREVENT_LEAD = "prevent_lead", _("Prevent lead")
        TRAINING = "training", _("Training contact")
        OTHER = "other", _("Other contact")

    role = models.CharField(max_length=20, choices=Role.choices)
    name = models.CharField(max_length=200)
    email = models.EmailField(blank=True, default="")
    phone = models.CharField(max_length=40, blank=True, default="")
    from_on = models.DateField(null=True, blank=True)
    until_on = models.DateField(null=True, blank=True)

    objects = ContactQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=ONE_PLACE, name="contact_at_one_place"),
            models.CheckConstraint(
                condition=Q(from_on__isnull=True) | Q(until_on__isnull=True) | Q(until_on__gte=F("from_on")),
                name="contact_ends_after_it_began",
                violation_error_message=_("The last day must not be before the first day."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    def has_left(self, on: date | None = None) -> bool:
        return self.until_on is not None and self.until_on < (on or clock.today())


class Note(AtPlace):
    """What the authority wants to remember of a place; not about a person. One of each place and authority."""

    words = SealedText(blank=True, default="")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=ONE_PLACE, name="note_at_one_place"),
            models.UniqueConstraint(fields=["authority", "institution"], name="note_once_an_institution"),
            models.UniqueConstraint(fields=["authority", "organisation"], name="note_once_an_organisation"),
        ]

    def __str__(self) -> str:
        return str(self.pk)

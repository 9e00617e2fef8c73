"""What a meeting of a panel talks about, and what has to be accepted and said before anybody reads of it."""

from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.models import Protected
from waymark.foundation.vault.fields import SealedText

from .meetings import PanelMeeting

USER = settings.AUTH_USER_MODEL


class Acceptance(Protected):
    """Somebody accepted the confidentiality statement for one meeting, for one organisation. Never changed.

    The database gives the papers of the meeting by these rows, and writes one only of whoever acts.
    """

    meeting = models.ForeignKey(PanelMeeting, on_delete=models.CASCADE, related_name="acceptances")
    person = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey("places.Organisation", on_delete=models.PROTECT, related_name="+")
    statement = models.CharField(max_length=20)
    accepted_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["meeting", "person", "organisation"], name="acceptance_once")
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Purpose(models.TextChoices):
    """Why something is on the agenda: the order in which panels usually go."""

    BUSINESS = "business", _("The panel’s own business")
    URGENT = "urgent", _("Urgent")
    FIRST = "first", _("For the first time")
    REVIEW = "review", _("Review")
    EXIT = "exit", _("End of support")
    AFTER_EXIT = "after_exit", _("Review after the end of support")
    REASSESS = "reassess", _("Looked at again after consent was refused or withdrawn")
    TRANSFER = "transfer", _("Transfer")


class Item(Protected):
    """One matter on the agenda of a meeting. It belongs to the authority of the person’s area, also on a shared panel.

    `about_kind` and `about_id` name a record of a part above (`panel.items`): empty for the panel’s own business.
    """

    meeting = models.ForeignKey(PanelMeeting, on_delete=models.CASCADE, related_name="items")
    place = models.PositiveSmallIntegerField()
    purpose = models.CharField(max_length=12, choices=Purpose.choices)
    heading = models.CharField(max_length=200, blank=True, default="")
    about_kind = models.CharField(max_length=80, blank=True, default="")
    about_id = models.UUIDField(null=True, blank=True)
    about_reference = models.CharField(max_length=20, blank=True, default="")
    put_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["place", "recorded_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(about_kind="", about_id__isnull=True, purpose=Purpose.BUSINESS) & ~Q(heading="")
                | ~Q(about_kind="") & Q(about_id__isnull=False) & ~Q(purpose=Purpose.BUSINESS),
                name="item_is_about_something",
            ),
            models.UniqueConstraint(
                fields=["meeting", "about_id"],
                condition=Q(about_id__isnull=False, withdrawn_at__isnull=True),
                name="item_once",
            ),
        ]

    def __str__(self) -> str:
        return self.about_reference or str(self.pk)


class Paper(Protected):
    """What members read of one item. `sectors`: the agencies that see it; empty for all who come. Never changed."""

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="papers")
    title = models.CharField(max_length=120)
    words = SealedText(within="item")
    sectors = ArrayField(models.CharField(max_length=20), default=list)
    added_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    class Meta:
        ordering = ["added_at"]

    def __str__(self) -> str:
        return str(self.pk)


class Nature(models.TextChoices):
    KNOWS = "knows", _("I know the person, or their family")
    REFERRED = "referred", _("I made the referral, or decided on it")
    WORKS = "works", _("I work with the person, and should not decide about them")
    OTHER = "other", _("Another interest")


# As others say it of whoever declared it: in minutes, and to those who take part.
SAID_OF = {
    Nature.KNOWS: _("knows the person, or their family"),
    Nature.REFERRED: _("made the referral, or decided on it"),
    Nature.WORKS: _("works with the person, and should not decide about them"),
    Nature.OTHER: _("another interest"),
}


class DeclaredInterest(Protected):
    """Somebody has an interest of their own in an item: the database shows them nothing of it from then on.

    The wall is `access.Interest`, written with this row by `panel.declare_interest`. It is withdrawn there, by another.
    """

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="interests")
    person = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    nature = models.CharField(max_length=10, choices=Nature.choices)
    declared_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["item", "person"], name="item_interest_once")]

    def __str__(self) -> str:
        return str(self.pk)


class Capacity(models.TextChoices):
    INVITED = "invited", _("Member for this item alone")
    OBSERVER = "observer", _("Observer")


class Invitee(Protected):
    """Somebody comes for one item alone (section 37(4)), or looks on. What they see ends after `until_on`."""

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="invitees")
    person = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey("places.Organisation", on_delete=models.PROTECT, related_name="+")
    capacity = models.CharField(max_length=10, choices=Capacity.choices)
    until_on = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["item", "person"], name="invitee_once")]

    def __str__(self) -> str:
        return str(self.pk)

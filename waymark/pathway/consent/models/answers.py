"""One asking for consent to support and its answer. Signed, never changed; a newer entry corrects it."""

from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.models import Protected
from waymark.foundation.vault.fields import SealedText
from waymark.pathway.consent.kinds import SupportKind
from waymark.pathway.consent.texts import Told


class Answer(models.TextChoices):
    GIVEN = "given", _("Given")
    REFUSED = "refused", _("Refused")
    NOT_OBTAINED = "not_obtained", _("Not obtained")


class Method(models.TextChoices):
    MEETING = "meeting", _("In person")
    VIDEO = "video", _("By video")
    TELEPHONE = "telephone", _("By telephone")
    LETTER = "letter", _("By letter or e-mail")


class Giver(models.TextChoices):
    """Of whom it was asked. Under 18: a parent or guardian (section 36, explanatory note 206), or the authority that
    holds parental responsibility under a care order; an adult: the person, or whoever decides for them."""

    PERSON = "person", _("The person")
    PARENT = "parent", _("A parent")
    GUARDIAN = "guardian", _("A guardian, or somebody else with parental responsibility")
    AUTHORITY = "authority", _("The authority that holds parental responsibility under a care order")
    BEST_INTERESTS = "best_interests", _("Whoever decides in the person’s best interests")


OF_A_CHILD = (Giver.PARENT, Giver.GUARDIAN, Giver.AUTHORITY)


class ChildView(models.TextChoices):
    """The child’s own view, always asked of a child who can give one. It is never a substitute for the consent."""

    AGREES = "agrees", _("The child agrees")
    DISAGREES = "disagrees", _("The child does not agree")
    UNSURE = "unsure", _("The child is not sure")
    NOT_ABLE = "not_able", _("The child cannot give a view")
    NOT_ASKED = "not_asked", _("The child has not been asked")


class Capacity(models.TextChoices):
    """Mental Capacity Act 2005, section 1(2): presumed, unless it is established that it is lacking."""

    PRESUMED = "presumed", _("Presumed: nothing speaks against it")
    ASSESSED = "assessed", _("Assessed: the person can decide this")
    LACKING = "lacking", _("Assessed: the person cannot decide this")


class Manner(models.TextChoices):
    SIGNED = "signed", _("Signed")
    VERBAL = "verbal", _("Said, before a witness")


class Consent(Protected):
    """How consent was asked, of whom, and what came of it. `child`: under 18 on the day it was asked.

    It belongs to one adoption by the panel: a case that is adopted anew asks anew.
    """

    case = models.ForeignKey("channel.Case", on_delete=models.CASCADE, related_name="consents")
    adoption = models.ForeignKey("channel.CaseEvent", on_delete=models.CASCADE, related_name="+")
    corrects = models.OneToOneField(
        "self", on_delete=models.CASCADE, null=True, blank=True, related_name="corrected_by"
    )
    correction_because = SealedText(blank=True, default="", within="case.referral")
    answer = models.CharField(max_length=12, choices=Answer.choices)
    because = SealedText(blank=True, default="", within="case.referral")
    asked_on = models.DateField()
    method = models.CharField(max_length=10, choices=Method.choices)
    place = SealedText(within="case.referral")
    asked_by = SealedText(within="case.referral")
    language = models.CharField(max_length=60)
    interpreter = SealedText(blank=True, default="", within="case.referral")
    child = models.BooleanField()
    # How whoever asked knows it, where the person’s record cannot tell.
    age_basis = SealedText(blank=True, default="", within="case.referral")
    giver = models.CharField(max_length=15, choices=Giver.choices)
    giver_name = SealedText(blank=True, default="", within="case.referral")
    responsibility = SealedText(blank=True, default="", within="case.referral")
    child_view = models.CharField(max_length=10, choices=ChildView.choices, blank=True, default="")
    child_words = SealedText(blank=True, default="", within="case.referral")
    capacity = models.CharField(max_length=10, choices=Capacity.choices, blank=True, default="")
    capacity_on = models.DateField(null=True, blank=True)
    capacity_by = SealedText(blank=True, default="", within="case.referral")
    capacity_reference = models.CharField(max_length=60, blank=True, default="")
    told = ArrayField(models.CharField(max_length=12), default=list)
    explained_as = SealedText(blank=True, default="", within="case.referral")
    notice_version = models.CharField(max_length=40, blank=True, default="")
    text_version = models.CharField(max_length=40, blank=True, default="")
    scope = ArrayField(models.CharField(max_length=20), default=list)
    manner = models.CharField(max_length=10, choices=Manner.choices, blank=True, default="")
    witness = SealedText(blank=True, default="", within="case.referral")
    # It covers nothing from this day on.
    expires_on = models.DateField(null=True, blank=True)
    signed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    signed_as = models.CharField(max_length=200)
    signed_at = models.DateTimeField()

    class Meta:
        ordering = ["asked_on", "signed_at", "recorded_at"]
        indexes = [models.Index(fields=["case", "asked_on"], name="consent_of_case")]
        constraints = [
            models.CheckConstraint(
                condition=Q(child=True, giver__in=OF_A_CHILD, capacity="")
                | Q(child=False, giver=Giver.PERSON, capacity__in=[Capacity.PRESUMED, Capacity.ASSESSED])
                | Q(child=False, giver=Giver.BEST_INTERESTS, capacity=Capacity.LACKING),
                name="consent_giver_fits",
                violation_error_message=_("Consent for a child is a parent’s or guardian’s; an adult’s is their own."),
            ),
            models.CheckConstraint(
                condition=(Q(giver=Giver.PERSON) | ~Q(giver_name=""))
                & ~Q(place="") & ~Q(asked_by="") & ~Q(language=""),
                name="consent_says_who",
                violation_error_message=_("Say who was asked, by whom, where and in which language."),
            ),
            models.CheckConstraint(
                condition=Q(child=False, child_view="", child_words="")
                | (Q(child=True) & ~Q(child_view="") & ~Q(child_words="")),
                name="consent_child_has_view",
                violation_error_message=_("Say what the child’s own view is."),
            ),
            models.CheckConstraint(
                condition=~Q(capacity__in=[Capacity.ASSESSED, Capacity.LACKING])
                | (Q(capacity_on__isnull=False, capacity_on__lte=F("asked_on"))
                   & ~Q(capacity_by="") & ~Q(capacity_reference="")),
                name="consent_capacity_assessed",
                violation_error_message=_("Give the day, the author and the reference of the assessment."),
            ),
            models.CheckConstraint(
                condition=Q(answer=Answer.GIVEN, because="", expires_on__isnull=False,
                            expires_on__gt=F("asked_on"), scope__len__gt=0,
                            scope__contained_by=SupportKind.values, told__contains=Told.values)
                & ~Q(explained_as="") & ~Q(notice_version="") & ~Q(text_version="") & ~Q(manner="")
                & ~Q(child_view=ChildView.NOT_ASKED)
                & (Q(child=False) | ~Q(responsibility=""))
                | (~Q(answer=Answer.GIVEN) & ~Q(because="") & Q(expires_on__isnull=True, scope__len=0, manner="")),
                name="consent_answer_whole",
                violation_error_message=_("Consent is given with everything it needs, or not given for a reason."),
            ),
            models.CheckConstraint(
                condition=~Q(manner=Manner.VERBAL) | ~Q(witness=""),
                name="consent_verbal_has_witness",
                violation_error_message=_("Say who was the witness."),
            ),
            models.CheckConstraint(
                condition=Q(corrects__isnull=True, correction_because="")
                | (Q(corrects__isnull=False) & ~Q(correction_because="")),
                name="consent_correction_says_why",
                violation_error_message=_("Say why this corrects the earlier entry."),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def is_given(self) -> bool:
        return self.answer == Answer.GIVEN

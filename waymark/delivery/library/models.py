"""A resource, each time that somebody looked at it again, what is taught with it, and what is awaited from elsewhere.
Nobody is in them but those who look after them."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from waymark.delivery.training.models import CourseVersion
from waymark.foundation.access.models import Protected
from waymark.foundation.places.models.areas import Nation

from .states import AwaitedState

WEB_LINK = r"^https?://[^[:space:]]+$"


class Kind(models.TextChoices):
    PAGE = "page", _("Web page")
    GUIDANCE = "guidance", _("Guidance")
    LESSON = "lesson", _("Lesson plan")
    OFFER = "offer", _("Offer of a project")
    COURSE = "course", _("Course to take alone")
    FILM = "film", _("Film")
    LEAFLET = "leaflet", _("Leaflet or poster")
    OTHER = "other", _("Something else")


class ForWhom(models.TextChoices):
    STAFF = "staff", _("Teachers and other staff")
    LEADERS = "leaders", _("Heads, safeguarding leads and governors")
    PUPILS = "pupils", _("Children and young people")
    PARENTS = "parents", _("Parents and carers")
    COUNCIL = "council", _("Council staff and councillors")
    COMMUNITY = "community", _("Community groups")
    ALL = "all", _("Everybody")


class Phase(models.TextChoices):
    EARLY = "early", _("Early years")
    PRIMARY = "primary", _("Primary")
    SECONDARY = "secondary", _("Secondary")
    FURTHER = "further", _("Further and higher education")
    ALL = "all", _("All phases")


class Language(models.TextChoices):
    ENGLISH = "en", _("English")
    WELSH = "cy", _("Welsh")
    BOTH = "both", _("English and Welsh")
    OTHER = "other", _("Another language")


class Sharing(models.TextChoices):
    PUBLIC = "public", _("Everybody, without an account")
    PARTNERS = "partners", _("Partners: people with an account")


class LinkState(models.TextChoices):
    """What came of opening a link, in a sentence that wants the `day`."""

    ANSWERED = "answered", _("It answered on %(day)s")
    SILENT = "silent", _("It did not answer on %(day)s")
    ELSEWHERE = "elsewhere", _("It led to another site on %(day)s")


class Resource(Protected):
    """Something to use, at a link, in documents added to it, or both. Taken out of the list, it stays as it was."""

    reference = models.CharField(max_length=20, unique=True)
    title = models.CharField(max_length=160)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    about = models.CharField(max_length=400, blank=True, default="")
    for_whom = models.CharField(max_length=10, choices=ForWhom.choices)
    phase = models.CharField(max_length=10, choices=Phase.choices)
    language = models.CharField(max_length=10, choices=Language.choices)
    # Empty: it serves in each of them.
    nation = models.CharField(max_length=20, choices=Nation.choices, blank=True, default="")
    publisher = models.CharField(max_length=120)
    link = models.CharField(max_length=500, blank=True, default="")
    sharing = models.CharField(max_length=10, choices=Sharing.choices)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    review_on = models.DateField()
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    link_state = models.CharField(max_length=10, choices=LinkState.choices, blank=True, default="")
    link_on = models.DateField(null=True, blank=True)
    taken_out_at = models.DateTimeField(null=True, blank=True)
    taken_out_because = models.CharField(max_length=500, blank=True, default="")

    class Meta:
        ordering = ["-added_at", "id"]
        constraints = [
            models.CheckConstraint(condition=~Q(title="") & ~Q(publisher=""), name="resource_says_what"),
            models.CheckConstraint(
                condition=Q(kind__in=Kind.values, for_whom__in=ForWhom.values, phase__in=Phase.values)
                & Q(language__in=Language.values, nation__in=["", *Nation.values]),
                name="resource_of_known_words",
            ),
            models.CheckConstraint(
                condition=Q(link="") | Q(link__regex=WEB_LINK), name="resource_link_to_a_page"
            ),
            models.CheckConstraint(
                condition=Q(sharing=Sharing.PARTNERS.value) | (Q(sharing=Sharing.PUBLIC.value) & ~Q(link="")),
                name="resource_public_has_a_link",
            ),
            models.CheckConstraint(
                condition=Q(link_state="", link_on__isnull=True)
                | (Q(link_state__in=LinkState.values, link_on__isnull=False) & ~Q(link="")),
                name="resource_link_checked_whole",
            ),
            models.CheckConstraint(
                condition=Q(taken_out_at__isnull=True, taken_out_because="")
                | (Q(taken_out_at__isnull=False) & ~Q(taken_out_because="")),
                name="resource_taken_out_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_listed(self) -> bool:
        return self.taken_out_at is None


class Review(Protected):
    """Somebody looked at a resource again. Never changed."""

    resource = models.ForeignKey(Resource, on_delete=models.CASCADE, related_name="reviews")
    looked_on = models.DateField()
    looked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    next_on = models.DateField()
    # Of a link that they opened: does it still lead there?
    link_works = models.BooleanField(null=True, blank=True)

    class Meta:
        ordering = ["-looked_on", "-recorded_at"]
        constraints = [
            models.CheckConstraint(condition=Q(next_on__gt=F("looked_on")), name="review_next_is_later")
        ]

    def __str__(self) -> str:
        return str(self.pk)


class TaughtWith(Protected):
    """A version of a course is taught with a resource, from a day on and until another, if it has ended."""

    taught = models.ForeignKey(CourseVersion, on_delete=models.CASCADE, related_name="+")
    resource = models.ForeignKey(Resource, on_delete=models.CASCADE, related_name="taught_with")
    since_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)
    chosen_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["since_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["taught", "resource"], condition=Q(until_on__isnull=True), name="taught_with_once"
            ),
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gte=F("since_on")),
                name="taught_with_ends_later",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Awaited(Protected):
    """Something that others are to send or publish. Once it has arrived or is given up, it stays as it was."""

    reference = models.CharField(max_length=20, unique=True)
    state = models.CharField(
        max_length=10, default=AwaitedState.AWAITED.value, choices=[(s.value, s.value) for s in AwaitedState]
    )
    what = models.CharField(max_length=160)
    from_whom = models.CharField(max_length=120)
    expected_on = models.DateField()
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    notes = models.TextField(blank=True, default="")
    noted_at = models.DateTimeField()
    noted_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)
    because = models.CharField(max_length=500, blank=True, default="")
    resource = models.OneToOneField(
        Resource, on_delete=models.SET_NULL, null=True, blank=True, related_name="came_of"
    )

    class Meta:
        ordering = ["state", "expected_on", "id"]
        constraints = [
            models.CheckConstraint(condition=~Q(what="") & ~Q(from_whom=""), name="awaited_says_what"),
            models.CheckConstraint(
                condition=Q(state=AwaitedState.AWAITED.value, ended_at__isnull=True, because="")
                | Q(state=AwaitedState.ARRIVED.value, ended_at__isnull=False, because="")
                | (Q(state=AwaitedState.GIVEN_UP.value, ended_at__isnull=False) & ~Q(because="")),
                name="awaited_ended_whole",
            ),
            models.CheckConstraint(
                condition=Q(resource__isnull=True) | Q(state=AwaitedState.ARRIVED.value),
                name="awaited_resource_has_arrived",
            ),
        ]

    def __str__(self) -> str:
        return self.reference

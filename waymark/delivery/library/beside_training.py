"""The way from the pages of a course to what it is taught with."""

from __future__ import annotations

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from waymark.delivery.training.beside import Section
from waymark.delivery.training.models import CourseVersion, Session
from waymark.delivery.training.permissions import Permission
from waymark.foundation.access.actors import Actor

from . import shown


def links(actor: Actor, records: Sequence[Session | CourseVersion]) -> dict[object, list[dict[str, str]]]:
    """From each version of a course."""
    return {
        one.pk: [
            {
                "href": reverse("library:taught", args=[one.pk]),
                "text": _("What version %(number)s is taught with") % {"number": one.number},
            }
        ]
        for one in records
        if isinstance(one, CourseVersion) and actor.may(Permission.SEE)
    }


def section(actor: Actor, taught: CourseVersion) -> Section:
    """For the version that is taught now."""
    table, note = shown.taught_with(actor, taught)
    return Section(table, note)

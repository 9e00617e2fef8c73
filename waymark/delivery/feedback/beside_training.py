"""The way from the pages of training to what people said."""

from __future__ import annotations

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from waymark.delivery.training.models import CourseVersion, Session
from waymark.delivery.training.permissions import Permission
from waymark.delivery.training.states import SessionState
from waymark.foundation.access.actors import Actor


def links(actor: Actor, records: Sequence[Session | CourseVersion]) -> dict[object, list[dict[str, str]]]:
    """To the feedback of a session that was held, and to that of a version of a course."""
    return {one.pk: [_link(one)] for one in records if actor.may(Permission.SEE) and _has(one)}


def _has(one: Session | CourseVersion) -> bool:
    return isinstance(one, CourseVersion) or one.state == SessionState.HELD


def _link(one: Session | CourseVersion) -> dict[str, str]:
    if isinstance(one, Session):
        return {"href": reverse("feedback:session", args=[one.reference]), "text": _("What people said")}
    words = {"number": one.number}
    return {
        "href": reverse("feedback:version", args=[one.pk]),
        "text": _("What people said of version %(number)s") % words,
    }

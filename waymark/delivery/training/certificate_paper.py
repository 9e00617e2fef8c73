"""A certificate as a tagged PDF: the name, the course, the day, and the code by which anybody can check it."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from waymark.foundation import papers
from waymark.foundation.papers import Facts, Paper, Words

from .models import Certificate
from .presenters import day


def of(certificate: Certificate) -> bytes:
    """The paper; of a person whose record is gone there is none."""
    attendance = certificate.attendance
    taught, trainee = attendance.taught, attendance.trainee
    if trainee is None:
        raise LookupError(certificate.pk)
    where = settings.WAYMARK_BASE_URL.rstrip("/") + reverse("training:check")
    facts = [
        (_("Name"), trainee.name),
        (_("Course"), taught.course.name),
        (_("Version"), str(taught.number)),
        (_("Day"), day(attendance.held_on)),
        (_("Length"), _("%(minutes)s minutes") % {"minutes": taught.minutes}),
        (_("Code"), certificate.code),
    ]
    check = _("Anybody can check this certificate with its code: %(where)s") % {"where": where}
    title, council = _("Certificate of attendance"), str(settings.WAYMARK_BRAND["name"])
    return papers.pdf(Paper(title=title, blocks=[Words(council), Facts(facts), Words(check)], mark=""))

"""Certificates: made for those who came and are known by name, sent by a link, withdrawn if they were wrong."""

from __future__ import annotations

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from waymark.delivery.training import links, messages, policies, queries
from waymark.delivery.training.models import Certificate, Session
from waymark.foundation import outbox
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.loading import lock
from waymark.foundation.kernel.references import Letter, new_reference
from waymark.foundation.kernel.refusals import Incomplete, NotNow
from waymark.foundation.ledger.deeds import deed

from .granting import planned_by

NOBODY = _("Nobody who is known by name came, or all have their certificate.")


@deed("training.certify")
def certify(*, by: Actor, at: datetime, session: Session) -> tuple[Session, list[Certificate]]:
    """For everybody who came to the whole session, is known by name, and has none yet. Each is told by email."""
    session = lock(session)
    policies.certify(by, session).require()
    made = []
    for attendance in queries.without_certificate(session):
        certificate = Certificate.objects.create(
            **planned_by(session.authority_id),
            code=new_reference(Letter.CERTIFICATE),
            attendance=attendance,
            issued_at=at,
            issued_by_id=by.user_id,
        )
        made.append(certificate)
        if attendance.trainee and attendance.trainee.email:
            _tell(certificate, attendance.trainee.email, session, at)
    if not made:
        raise NotNow(NOBODY)
    return session, made


@deed("training.withdraw-certificate")
def withdraw(*, by: Actor, at: datetime, certificate: Certificate, version: int, because: str) -> Certificate:
    """It does not count any more: whoever checks its code is told so."""
    certificate = lock(certificate, version)
    policies.withdraw_certificate(by, certificate).require()
    if not because:
        raise Incomplete(_("Say why it is withdrawn."), field="because")
    certificate.withdrawn_at, certificate.withdrawn_because = at, because
    certificate.save_next("withdrawn_at", "withdrawn_because")
    return certificate


def _tell(certificate: Certificate, address: str, session: Session, at: datetime) -> None:
    token = links.token(links.CERTIFICATE, certificate.authority_id, certificate.pk)
    outbox.post(
        messages.CERTIFICATE,
        to=address,
        key=f"{messages.CERTIFICATE}:{certificate.pk}",
        link=reverse("training:certificate-paper", args=[token]),
        authority_id=certificate.authority_id,
        reference=session.reference,
        at=at,
    )

"""A professional without an account shows that a work e-mail address is theirs."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.models import Visitor, VisitorLink
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import Refusal

LINK_HOURS = 72
# More than this in an hour is somebody filling another’s mailbox.
MOST_IN_AN_HOUR = 5

UNUSABLE = _("This link has been used, is too old, or is not whole. Ask for a new one: it takes a minute.")


def had_many(email: str, authority_id: int, moment: datetime) -> bool:
    """Whether the address had as many links as it may within the hour. Nothing may tell the asker."""
    lately = VisitorLink.objects.filter(
        visitor__email=email.strip().lower(),
        visitor__authority_id=authority_id,
        made_at__gt=moment - timedelta(hours=1),
    )
    return lately.count() >= MOST_IN_AN_HOUR


def issue_link(
    email: str, authority_id: int, language: str, at: datetime | None = None
) -> tuple[Visitor, str]:
    """The visitor of that address and a new token for a link. The caller sends it and keeps it nowhere."""
    moment = at or clock.now()
    visitor, _made = Visitor.objects.get_or_create(
        email=email.strip().lower(), authority_id=authority_id, defaults={"language": language}
    )
    token = secrets.token_urlsafe(32)
    VisitorLink.objects.create(
        token_hash=_hash(token),
        visitor=visitor,
        made_at=moment,
        expires_at=moment + timedelta(hours=LINK_HOURS),
    )
    return visitor, token


def address_of(token: str, at: datetime | None = None) -> str:
    """The address that a good link was sent to, so that its page can say whose it is; else empty.
    Spends nothing."""
    link = _good(token, at or clock.now()).select_related("visitor").first()
    return link.visitor.email if link else ""


def use_link(token: str, at: datetime | None = None) -> Visitor:
    """The visitor whose link this is. Refusal when it was used, is too old or was never made."""
    moment = at or clock.now()
    link = _good(token, moment).select_for_update(of=("self",)).select_related("visitor").first()
    if link is None:
        raise Refusal(UNUSABLE)
    link.used_at = moment
    link.save(update_fields=["used_at"])
    visitor = link.visitor
    visitor.verified_at = visitor.verified_at or moment
    visitor.save(update_fields=["verified_at"])
    return visitor


def _good(token: str, moment: datetime) -> QuerySet[VisitorLink]:
    return VisitorLink.objects.filter(token_hash=_hash(token), used_at__isnull=True, expires_at__gt=moment)


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()

"""Linking an account with an identity of the organisation’s own sign-on."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from waymark.foundation.accounts.models import SignOn, User
from waymark.foundation.kernel.refusals import NotNow
from waymark.foundation.ledger.deeds import Doer, deed


@deed("accounts.link-sign-on")
def link(*, user: User, identity: str, by: Doer, at: datetime) -> SignOn:
    """From now on this identity opens this account. Raises NotNow when either is linked already."""
    if SignOn.objects.filter(user=user).exists() or SignOn.objects.filter(identity=identity).exists():
        raise NotNow(_("This is linked already."))
    return SignOn.objects.create(user=user, identity=identity, linked_at=at)

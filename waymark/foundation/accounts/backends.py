"""How a password proves who somebody is."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib.auth.backends import BaseBackend
from django.http import HttpRequest

from waymark.foundation.accounts.models import User
from waymark.foundation.accounts.models.users import plain_email
from waymark.foundation.kernel.kept_sql import KeptSQL

_ACTIVE = KeptSQL(lambda user_id: User.objects.filter(pk=user_id, is_active=True), UUID)


class ByPassword(BaseBackend):
    """Sign-in by e-mail address and password.

    One query and one hash, whether the address is known, unknown or of a disabled account: neither the answer
    nor the time it takes tells which. Permissions are no matter of the account, so Django’s own are left out.
    """

    def authenticate(
        self, request: HttpRequest | None, email: str = "", password: str = "", **others: Any
    ) -> User | None:
        """Return the account whose password this is, or nothing."""
        if not email or not password:
            return None
        user = User.objects.filter(email=plain_email(email)).first()
        if user is None:
            User().set_password(password)
            return None
        right = user.check_password(password)
        return user if right and user.is_active else None

    def get_user(self, user_id: Any) -> User | None:
        """Return the account of a session; a disabled one is nobody from its next request on."""
        return next(iter(_ACTIVE(user_id)), None)

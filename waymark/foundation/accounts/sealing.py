"""Keeps the secrets of second factors unreadable in the database and in backups of it."""

from __future__ import annotations

import base64
import hashlib
import hmac

from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.utils.encoding import force_bytes


def seal(text: str) -> str:
    """Return `text` encrypted with a key made from SECRET_KEY, which is never in the database."""
    return _box().encrypt(text.encode()).decode()


def unseal(sealed: str) -> str:
    """Return what was sealed, with the present key or a former one. Raises InvalidToken if it was altered."""
    return _box().decrypt(sealed.encode()).decode()


def _box() -> MultiFernet:
    return MultiFernet(
        [Fernet(_key(secret)) for secret in [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]]
    )


def _key(secret: str | bytes) -> bytes:
    # A key of its own for this one purpose (HMAC as the extract step of HKDF, RFC 5869).
    return base64.urlsafe_b64encode(
        hmac.digest(b"waymark.accounts.second-factor", force_bytes(secret), hashlib.sha256)
    )

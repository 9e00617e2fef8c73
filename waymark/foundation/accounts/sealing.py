"""Keeps the secrets of second factors, and what people typed, unreadable in the database and in backups of it."""

from __future__ import annotations

import base64
import hashlib
import hmac

from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.utils.encoding import force_bytes

SECOND_FACTOR = "second-factor"


def seal(text: str, purpose: str = SECOND_FACTOR) -> str:
    """Return `text` encrypted with a key made from SECRET_KEY, which is never in the database.

    Each `purpose` has a key of its own: what was sealed for one cannot be opened for another.
    """
    return _box(purpose).encrypt(text.encode()).decode()


def unseal(sealed: str, purpose: str = SECOND_FACTOR) -> str:
    """Return what was sealed, with the present key or a former one. Raises InvalidToken if it was altered."""
    return _box(purpose).decrypt(sealed.encode()).decode()


def _box(purpose: str) -> MultiFernet:
    return MultiFernet(
        [Fernet(_key(secret, purpose)) for secret in [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]]
    )


def _key(secret: str | bytes, purpose: str) -> bytes:
    # A key of its own for this one purpose (HMAC as the extract step of HKDF, RFC 5869).
    return base64.urlsafe_b64encode(
        hmac.digest(f"waymark.accounts.{purpose}".encode(), force_bytes(secret), hashlib.sha256)
    )

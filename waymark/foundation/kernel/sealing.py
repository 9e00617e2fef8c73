"""AES-256-GCM as the vault uses it: a random 96-bit nonce before each sealed text, bound to what it is about."""

from __future__ import annotations

import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_BYTES = 32
NONCE_BYTES = 12
TAG_BYTES = 16


class Tampered(RuntimeError):
    """The sealed text is not what was sealed here: changed, cut, from another place, or the key is another."""


def new_key() -> bytes:
    return AESGCM.generate_key(bit_length=8 * KEY_BYTES)


def seal(key: bytes, words: bytes, about: bytes) -> bytes:
    """Nonce, then the sealed words. `about` (which place they belong to) must be the same again to open them.

    A random nonce is safe for some 2^32 texts under one key; no record comes near.
    """
    nonce = secrets.token_bytes(NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, words, about)


def unseal(key: bytes, sealed: bytes, about: bytes) -> bytes:
    """The words again. Raises Tampered."""
    try:
        return AESGCM(key).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], about)
    except (InvalidTag, ValueError) as problem:
        raise Tampered("sealed text does not belong here") from problem

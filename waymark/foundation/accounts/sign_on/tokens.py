"""Whether to believe an ID token (OpenID Connect Core 1.0, section 3.1.3.7). PyJWT checks; this says what for."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass
from typing import Any

import jwt

from waymark.foundation.accounts.sign_on.provider import NotBelieved
from waymark.foundation.kernel import clock

# Signed with the provider’s private key: never `none`, never a secret that both sides hold (RFC 8725, 3.1).
ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "EdDSA"]
REQUIRED = ["iss", "sub", "aud", "exp", "iat", "nonce"]
# The two clocks may differ so much, in seconds.
LEEWAY = 60
LONGEST_SUBJECT = 255


@dataclass(frozen=True)
class Identity:
    """Somebody as the provider knows them. The e-mail address is empty unless the provider has verified it."""

    key: str
    verified_email: str
    name: str
    methods: frozenset[str]
    proved_at: int


def believe(token: str, *, keys: list[dict[str, Any]], issuer: str, client_id: str, nonce: str) -> Identity:
    """The identity in a token. Raises NotBelieved unless signature, issuer, audience, time and nonce are right."""
    try:
        claims = jwt.decode(
            token,
            key=_key(token, keys),
            algorithms=ALGORITHMS,
            issuer=issuer,
            audience=client_id,
            leeway=LEEWAY,
            options={"require": REQUIRED},
        )
    except jwt.PyJWTError as problem:
        raise NotBelieved(f"the token is not right: {type(problem).__name__}") from problem
    if not hmac.compare_digest(str(claims["nonce"]).encode(), nonce.encode()):
        raise NotBelieved("the nonce is another one")
    if claims.get("azp", client_id) != client_id or (
        isinstance(claims["aud"], list) and len(claims["aud"]) > 1
    ):
        raise NotBelieved("the token is for others too")
    if not isinstance(claims["sub"], str) or not 0 < len(claims["sub"]) <= LONGEST_SUBJECT:
        raise NotBelieved("the subject is missing or too long")
    return _identity(claims)


def key_of(issuer: str, subject: str) -> str:
    """How an identity is kept: issuer and subject as one digest. Neither an address nor a name is in it."""
    return hashlib.sha256(f"{len(issuer)}:{issuer}:{subject}".encode()).hexdigest()


def _identity(claims: dict[str, Any]) -> Identity:
    email = claims.get("email") if claims.get("email_verified") is True else ""
    proved = claims.get("auth_time", claims["iat"])
    methods = claims.get("amr")
    return Identity(
        key=key_of(claims["iss"], claims["sub"]),
        verified_email=str(email or "").strip().lower(),
        name=str(claims.get("name") or "")[:200],
        methods=frozenset(str(method) for method in methods) if isinstance(methods, list) else frozenset(),
        proved_at=int(proved) if isinstance(proved, (int, float)) else int(clock.now().timestamp()) - 10**6,
    )


def _key(token: str, keys: list[dict[str, Any]]) -> jwt.PyJWK:
    header = jwt.get_unverified_header(token)
    if header.get("alg") not in ALGORITHMS:
        raise jwt.InvalidAlgorithmError
    fitting = [key for key in keys if key.get("use", "sig") == "sig" and key.get("kty") != "oct"]
    named = [key for key in fitting if key.get("kid") == header.get("kid")] or fitting[:1]
    if not named:
        raise jwt.InvalidKeyError
    return jwt.PyJWK(named[0], algorithm=header["alg"])

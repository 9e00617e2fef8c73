"""The identity provider that the settings name: its papers, its keys, a code changed for a token."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import requests
from django.conf import settings
from requests.auth import HTTPBasicAuth

SECONDS = (3, 5)  # to connect, to answer
LONGEST = 500_000


class NotBelieved(Exception):
    """The provider did not answer, or its answer cannot be trusted. The text is for the log: it names no person."""


@dataclass(frozen=True)
class Provider:
    """What its discovery document says (OpenID Connect Discovery 1.0, section 3)."""

    issuer: str
    authorize: str
    token: str
    keys: str


def is_on() -> bool:
    """Do the settings name a provider?"""
    return bool(settings.WAYMARK_OIDC["issuer"] and settings.WAYMARK_OIDC["client_id"])


def discover() -> Provider:
    """The provider’s addresses. Raises NotBelieved when it says it is another, or names addresses that are not safe."""
    issuer = settings.WAYMARK_OIDC["issuer"]
    said = _json("GET", issuer.rstrip("/") + "/.well-known/openid-configuration")
    if said.get("issuer") != issuer:
        raise NotBelieved("the discovery document names another issuer")
    addresses = [said.get(name, "") for name in ("authorization_endpoint", "token_endpoint", "jwks_uri")]
    if not all(isinstance(each, str) and _safe(each) for each in addresses):
        raise NotBelieved("the discovery document names an address that is missing or not https")
    return Provider(issuer, *addresses)


def keys(provider: Provider) -> list[dict[str, Any]]:
    """The public keys with which it signs."""
    found = _json("GET", provider.keys).get("keys")
    if not isinstance(found, list):
        raise NotBelieved("the provider has no keys")
    return [key for key in found if isinstance(key, dict)]


def change(provider: Provider, *, code: str, verifier: str, back: str) -> str:
    """The ID token for a code (authorization code flow with PKCE, RFC 7636)."""
    client = HTTPBasicAuth(settings.WAYMARK_OIDC["client_id"], settings.WAYMARK_OIDC["secret"])
    data = {"grant_type": "authorization_code", "code": code, "redirect_uri": back, "code_verifier": verifier}
    token = _json("POST", provider.token, data=data, auth=client).get("id_token")
    if not isinstance(token, str):
        raise NotBelieved("the answer holds no ID token")
    return token


def _safe(address: str) -> bool:
    # Without https only where the settings’ own issuer has none: on a developer’s machine.
    return address.startswith("https://") or (
        address.startswith("http://") and settings.WAYMARK_OIDC["issuer"].startswith("http://")
    )


def _json(method: str, address: str, **given: Any) -> dict[str, Any]:
    try:
        answer = requests.request(
            method, address, timeout=SECONDS, allow_redirects=False, stream=True, **given
        )
        with answer:
            body = answer.raw.read(LONGEST + 1, decode_content=True)
        if answer.status_code != 200 or len(body) > LONGEST:
            raise NotBelieved(f"the provider answered {answer.status_code}")
        answer._content = body
        said = answer.json()
    except (requests.RequestException, OSError, ValueError) as problem:
        raise NotBelieved(f"the provider could not be asked: {type(problem).__name__}") from problem
    if not isinstance(said, dict):
        raise NotBelieved("the provider’s answer is no object")
    return said

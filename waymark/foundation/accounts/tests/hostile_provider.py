"""An identity provider on loopback that lies in every way a test asks it to."""

from __future__ import annotations

import base64
import json
import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT = "waymark"
SECRET = "a secret of the client"


def new_key() -> Any:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


@dataclass
class Hostile:
    """What the next token says (`claims` replace what is right), and how it is signed."""

    issuer: str = ""
    names_itself: str = ""
    claims: dict[str, Any] = field(default_factory=dict)
    left_out: tuple[str, ...] = ()
    algorithm: str = "RS256"
    signs_with: Any = None
    key: Any = field(default_factory=new_key)
    codes: dict[str, dict[str, str]] = field(default_factory=dict)

    def authorize(self, address: str) -> dict[str, str]:
        """Somebody signs in there: what the browser brings back."""
        asked = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
        code = secrets.token_urlsafe(16)
        self.codes[code] = asked
        return {"state": asked["state"], "code": code}

    def token(self, asked: dict[str, str]) -> str:
        now = int(time.time())
        right = {
            "iss": self.issuer, "sub": "person-7", "aud": CLIENT, "iat": now, "exp": now + 300,
            "nonce": asked["nonce"], "email": "holder@council.example", "email_verified": True, "name": "Token Name",
        }  # fmt: skip
        claims = {name: value for name, value in (right | self.claims).items() if name not in self.left_out}
        if self.algorithm == "none":
            return jwt.encode(claims, None, algorithm="none", headers={"kid": "one"})
        return jwt.encode(
            claims, self.signs_with or self.key, algorithm=self.algorithm, headers={"kid": "one"}
        )

    def keys(self) -> dict[str, Any]:
        public = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(self.key.public_key()))
        return {"keys": [public | {"kid": "one", "use": "sig"}]}


class Handler(BaseHTTPRequestHandler):
    hostile: Hostile

    def do_GET(self) -> None:
        base = self.hostile.issuer
        if self.path == "/keys":
            return self.say(self.hostile.keys())
        return self.say(
            {
                "issuer": self.hostile.names_itself or base,
                "authorization_endpoint": f"{base}/authorize",
                "token_endpoint": f"{base}/token",
                "jwks_uri": f"{base}/keys",
            }
        )

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        given = {name: values[0] for name, values in parse_qs(body).items()}
        asked = self.hostile.codes.pop(given["code"], None)
        expected = "Basic " + base64.b64encode(f"{CLIENT}:{SECRET}".encode()).decode()
        if asked is None or self.headers["Authorization"] != expected:
            return self.say({"error": "invalid_grant"}, 400)
        return self.say({"access_token": "x", "token_type": "Bearer", "id_token": self.hostile.token(asked)})

    def say(self, what: dict[str, Any], status: int = 200) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(json.dumps(what).encode())

    def log_message(self, *said: Any) -> None:
        """Quiet."""


@contextmanager
def serving() -> Iterator[Hostile]:
    hostile = Hostile()
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Of", (Handler,), {"hostile": hostile}))
    hostile.issuer = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield hostile
    server.shutdown()
    server.server_close()

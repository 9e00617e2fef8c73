"""People who use the real pages of a real server: cookies, hidden fields, one connection that is kept."""

from __future__ import annotations

import http.client
import re
import time
from dataclasses import dataclass, field
from urllib.parse import urlencode

HIDDEN = re.compile(r'name="(csrfmiddlewaretoken|once|version)" value="([^"]*)"')
SECONDS = 30.0


@dataclass
class Answer:
    status: int
    location: str
    body: str
    seconds: float

    def hidden(self) -> dict[str, str]:
        """What the last form of the page carries along."""
        return dict(HIDDEN.findall(self.body))


@dataclass
class Visitor:
    """One person. An answer that does not come is an OSError or an HTTPException."""

    port: int
    email: str
    jar: dict[str, str] = field(default_factory=dict)
    line: http.client.HTTPConnection | None = None

    def get(self, path: str) -> Answer:
        try:
            return self._ask("GET", path, None)
        except (OSError, http.client.HTTPException):
            # A line that nobody used for a while may have been closed: a browser asks again by itself.
            return self._ask("GET", path, None)

    def post(self, path: str, form: dict[str, str]) -> Answer:
        return self._ask("POST", path, urlencode(form))

    def sign_in(self, password: str) -> None:
        """By the page where people sign in. Raises RuntimeError when it does not let them in."""
        page = self.get("/account/sign-in/")
        # The first form is the passkey’s; what it carries is the same.
        said = self.post("/account/sign-in/", page.hidden() | {"login": self.email, "password": password})
        if said.status != http.client.FOUND:
            raise RuntimeError(f"{self.email} could not sign in: {said.status}")

    def close(self) -> None:
        if self.line:
            self.line.close()
        self.line = None

    def _ask(self, method: str, path: str, body: str | None) -> Answer:
        begun = time.perf_counter()
        try:
            self.line = self.line or http.client.HTTPConnection("127.0.0.1", self.port, timeout=SECONDS)
            self.line.request(method, path, body, self._headers(body))
            said = self.line.getresponse()
            text = said.read().decode("utf-8", "replace")
        except (OSError, http.client.HTTPException):
            self.close()
            raise
        seconds = time.perf_counter() - begun
        for name, value in said.getheaders():
            if name.lower() == "set-cookie":
                key, _, rest = value.partition("=")
                self.jar[key] = rest.split(";")[0]
        return Answer(said.status, said.getheader("Location", "") or "", text, seconds)

    def _headers(self, body: str | None) -> dict[str, str]:
        cookies = "; ".join(f"{key}={value}" for key, value in self.jar.items())
        form = {"Content-Type": "application/x-www-form-urlencoded"} if body is not None else {}
        return {"Host": f"localhost:{self.port}", "Cookie": cookies, **form}

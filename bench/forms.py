"""What people send while processes are killed: a question to the council, a need that triage notes, a referral.

The same form is sent until it is answered, as people do. What an answer acknowledges is written down by its mark:
words that no other form has.
"""

from __future__ import annotations

import http.client
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from bench.visiting import Answer, Visitor

ASK = "/referrals/advice/ask/"
PATIENCE = 3000


@dataclass(frozen=True)
class Form:
    """`kind` and `mark` name it in the database afterwards; `ends` is where the service leads whom it has heard."""

    kind: str
    mark: str
    path: str
    ends: str
    typed: dict[str, str]

    def taken(self, said: Answer) -> bool:
        return said.status == http.client.FOUND and self.ends in said.location


@dataclass
class Sent:
    """What the people sent: `answered` are the marks that the service said it has, by kind."""

    answered: list[tuple[str, str]] = field(default_factory=list)
    again: int = 0
    wrong: list[str] = field(default_factory=list)

    def counted(self) -> Counter[str]:
        return Counter(kind for kind, _mark in self.answered)


def questions() -> Iterator[Form]:
    for words in _marks("what should I look for?"):
        yield Form("question", words, ASK, "/sent/", {"question": words})


def needs(referral: str) -> Iterator[Form]:
    """Of one referral in triage, led by whoever sends them."""
    day = datetime.now(UTC) - timedelta(days=1)
    for words in _marks("needs a quiet room"):
        typed = {
            "words": words, "bearing": "explains", "why": "Loud rooms are hard", "source": "School",
            "noted_on-day": str(day.day), "noted_on-month": str(day.month), "noted_on-year": str(day.year),
        }  # fmt: skip
        yield Form("need", words, f"/referrals/triage/{referral}/needs/add/", referral, typed)


def referrals(drafts: list[str]) -> Iterator[Form]:
    """Drafts that are ready; when all are sent, questions."""
    for draft in drafts:
        yield Form("referral", draft, f"/referrals/drafts/{draft}/check/", "/sent/", {})
    yield from questions()


def _marks(words: str) -> Iterator[str]:
    number = 0
    while True:
        number += 1
        yield f"Form {number} of {threading.get_ident()}: {words}"


def send_all(who: Visitor, forms: Iterator[Form], sent: Sent, over: threading.Event) -> None:
    """One form after another, until it is over."""
    with closing(who):
        for form in forms:
            hidden = _opened(who, form, over)
            if over.is_set():
                return
            _send(who, form, hidden, sent)


def _opened(who: Visitor, form: Form, over: threading.Event) -> dict[str, str]:
    while not over.is_set():
        with suppress(OSError, http.client.HTTPException):
            page = who.get(form.path)
            if page.status == http.client.OK:
                return page.hidden()
        time.sleep(0.1)
    return {}


def _send(who: Visitor, form: Form, hidden: dict[str, str], sent: Sent) -> None:
    for _again in range(PATIENCE):
        with suppress(OSError, http.client.HTTPException):
            said = who.post(form.path, hidden | form.typed)
            if form.taken(said):
                sent.answered.append((form.kind, form.mark))
                return
            if said.status < http.client.INTERNAL_SERVER_ERROR:
                sent.wrong.append(f"a {form.kind} was answered with {said.status} {said.location}")
                return
        sent.again += 1
        time.sleep(0.1)
    sent.wrong.append(f"a {form.kind} was never answered")

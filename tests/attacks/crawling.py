"""Walks every page a person can reach by links, as a browser that follows each one it sees."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from typing import Any
from urllib.parse import urldefrag, urljoin, urlsplit

from lxml import html

DOORS = (
    "/", "/my-day/", "/referrals/", "/referrals/mine/", "/referrals/waiting/", "/referrals/triage/",
    "/referrals/triage/?state=closed", "/referrals/enquiries/", "/police-assessment/", "/channel/", "/referrals/asked/",
    "/people/", "/members/", "/ledger/", "/messages/", "/measures/", "/roles/", "/directory/", "/account/", "/help/",
)  # fmt: skip
LEFT_OUT = ("/static/", "/language/", "/gallery/", "/account/logout", "/directory/registers")
MOST = 120


def crawl(client: Any, *starts: str) -> Iterator[tuple[str, Any]]:
    """(address, answer) of each page, each once. Redirects are followed as links are."""
    waiting, seen = deque(starts or DOORS), set()
    while waiting and len(seen) < MOST:
        address = waiting.popleft()
        if address in seen:
            continue
        seen.add(address)
        answer = client.get(address)
        yield address, answer
        waiting.extend(link for link in links(address, answer) if link not in seen)


def links(address: str, answer: Any) -> Iterator[str]:
    found = [answer["Location"]] if "Location" in answer.headers else []
    if "text/html" in answer.headers.get("Content-Type", "") and answer.content:
        found += html.fromstring(answer.content.decode()).xpath("//a/@href")
    for link in found:
        whole = urldefrag(urljoin(address, link))[0]
        parts = urlsplit(whole)
        if not parts.scheme and not parts.netloc and not parts.path.startswith(LEFT_OUT):
            yield whole

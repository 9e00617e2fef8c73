"""Does a link still answer? The only place where the service asks anything of a site that somebody typed.

Off unless `WAYMARK_FETCH_HOSTS` names hosts. A host is asked under its own name at a public address that was looked up
once and is then the one connected to, so that a name cannot come to mean a machine of the council’s own network. Only
the first lines of the answer are read; nothing of a page is kept.
"""

from __future__ import annotations

import ipaddress
import socket
from urllib.parse import SplitResult, urljoin, urlsplit

import certifi
from django.conf import settings
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, Timeout
from urllib3.exceptions import HTTPError

from .models import LinkState

MOVES = frozenset({301, 302, 303, 307, 308})
MOST_MOVES = 3
PATIENCE = Timeout(connect=5, read=10)
PORTS = {"http": 80, "https": 443}


def is_on() -> bool:
    """Do the settings name any host?"""
    return bool(settings.WAYMARK_FETCH_HOSTS)


def look(link: str) -> LinkState | None:
    """What came of asking; None where it may not be asked. Follows a few moves, on the same host only."""
    asked = allowed(link)
    if asked is None:
        return None
    for _move in range(MOST_MOVES + 1):
        try:
            addresses = _addresses(asked)
            if not addresses:
                return None
            status, there = ask(asked, addresses[0])
        except (HTTPError, OSError, UnicodeError):
            return LinkState.SILENT
        if status not in MOVES or not there:
            return LinkState.ANSWERED if status < 400 else LinkState.SILENT
        moved = allowed(urljoin(asked.geturl(), there))
        if moved is None or moved.hostname != asked.hostname:
            return LinkState.ELSEWHERE
        asked = moved
    return LinkState.SILENT


def allowed(link: str) -> SplitResult | None:
    """The parts of a link that may be asked: a host that the settings name, the usual port, no name or password."""
    try:
        parts = urlsplit(link)
        port = parts.port
    except ValueError:
        return None
    named = parts.hostname in {host.lower() for host in settings.WAYMARK_FETCH_HOSTS}
    usual = parts.scheme in PORTS and port in (None, PORTS[parts.scheme]) and "@" not in parts.netloc
    return parts if named and usual else None


def _addresses(asked: SplitResult) -> list[str]:
    """Where the host is; nothing when any of its addresses is not a public one."""
    host, port = asked.hostname or "", PORTS[asked.scheme]
    found = [str(one[4][0]) for one in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    held = [ipaddress.ip_address(address) for address in found]
    return found if all(one.is_global and not one.is_multicast for one in held) else []


def ask(asked: SplitResult, address: str) -> tuple[int, str]:
    """The status, and where it moved to. HTTPError or OSError where nothing answers in time."""
    host = asked.hostname or ""
    path = f"{asked.path or '/'}{'?' + asked.query if asked.query else ''}"
    with _pool(asked, host, address) as pool:
        answer = pool.request(
            "GET",
            path,
            headers={"Host": host, "User-Agent": "Waymark"},
            redirect=False,
            preload_content=False,
        )
        try:
            return answer.status, answer.headers.get("Location", "")
        finally:
            answer.close()


def _pool(asked: SplitResult, host: str, address: str) -> HTTPConnectionPool:
    if asked.scheme == "http":
        return HTTPConnectionPool(address, port=asked.port, timeout=PATIENCE, retries=False)
    return HTTPSConnectionPool(
        address, port=asked.port, timeout=PATIENCE, retries=False, server_hostname=host, assert_hostname=host,
        cert_reqs="CERT_REQUIRED", ca_certs=certifi.where(),
    )  # fmt: skip

"""A live service behind nginx, both started for real: with the settings of production, and the example configuration
of docs/operate with only its ports and places changed. And the systemd units, as systemd itself reads them."""

from __future__ import annotations

import http.client
import os
import re
import shutil
import signal
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from launcher import sealed
from waymark.settings import approvals

from .conftest import reachable_place
from .service import ROOT, Service, environment, free_port

pytestmark = pytest.mark.slow
EXAMPLES = ROOT / "docs" / "operate" / "examples"
NAME = "waymark.example.gov.uk"


def live_environment(place: Path) -> dict[str, str]:
    (place / "backups").mkdir()
    papers = "".join(f'[{code}]\napproved = 2026-03-02\nby = "SIRO"\n' for code in approvals.PAPERS)
    (place / "approvals.toml").write_text(papers)
    return environment() | {
        "DJANGO_SETTINGS_MODULE": "waymark.settings.production",
        "WAYMARK_HOSTS": NAME, "WAYMARK_BASE_URL": f"https://{NAME}", "WAYMARK_BEHIND_PROXY": "1",
        "WAYMARK_SMTP_URL": "smtp://localhost:25", "WAYMARK_FROM": f"waymark@{NAME}",
        "WAYMARK_APPROVALS": str(place / "approvals.toml"),
        "WAYMARK_BACKUP_FOLDER": str(place / "backups"), "WAYMARK_BACKUP_SPARE_MB": "1",
        "WAYMARK_BACKUP_KEY": sealed.new_identity(place / "backups.key"),
    }  # fmt: skip


class Front:
    """nginx with the example configuration."""

    def __init__(self, place: Path, behind: int) -> None:
        self.place, self.plain, self.port = place, free_port(), free_port()
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", f"/CN={NAME}", "-days", "2",
             "-keyout", str(place / "key.pem"), "-out", str(place / "fullchain.pem"), "-addext", f"subjectAltName=DNS:{NAME}"],
            check=True, capture_output=True,
        )  # fmt: skip
        (place / "proxy.conf").write_text(
            (EXAMPLES / "waymark-proxy.conf").read_text().replace("127.0.0.1:8000", f"127.0.0.1:{behind}")
        )
        site = (EXAMPLES / "nginx.conf").read_text()
        site = re.sub(r"listen \[::\]:.*\n", "", site)
        for was, is_now in (
            ("listen 80;", f"listen 127.0.0.1:{self.plain};"), ("listen 443", f"listen 127.0.0.1:{self.port}"),
            ("/etc/waymark/tls/", f"{place}/"), ("/var/log/nginx/", f"{place}/"),
            ("/etc/nginx/snippets/waymark-proxy.conf", f"{place}/proxy.conf"),
        ):  # fmt: skip
            assert was in site, was
            site = site.replace(was, is_now)
        user = "user root;" if os.geteuid() == 0 else ""
        (place / "nginx.conf").write_text(
            f"{user} pid {place}/nginx.pid; error_log {place}/nginx-error.log; daemon off;\n"
            f"events {{}}\nhttp {{\n{site}\n}}\n"
        )
        self.process = subprocess.Popen(
            ["/usr/sbin/nginx", "-c", str(place / "nginx.conf"), "-p", str(place)]
        )

    def tls(self) -> ssl.SSLContext:
        return ssl.create_default_context(cafile=str(self.place / "fullchain.pem"))

    def connect(self) -> ssl.SSLSocket:
        plain = socket.create_connection(("127.0.0.1", self.port), timeout=30)
        return self.tls().wrap_socket(
            plain, server_hostname=NAME
        )  # which owns it from here on, also when it fails

    def ask(self, method: str, path: str, body: bytes = b"", **headers: str) -> http.client.HTTPResponse:
        connection = http.client.HTTPSConnection("127.0.0.1", self.port, timeout=30)
        connection.sock = self.connect()
        connection.request(method, path, body, {"Host": NAME} | headers)
        answer = connection.getresponse()
        answer.text = answer.read().decode(errors="replace")  # type: ignore[attr-defined]
        connection.close()
        return answer

    @staticmethod
    def ask_plainly(port: int, path: str) -> http.client.HTTPResponse:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        connection.request("GET", path, headers={"Host": NAME})
        answer = connection.getresponse()
        answer.text = answer.read().decode(errors="replace")  # type: ignore[attr-defined]
        connection.close()
        return answer


@pytest.fixture(scope="module")
def front() -> Iterator[Front]:
    if not shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin"):
        pytest.skip("nginx is not installed here")
    with reachable_place() as place, pytest.MonkeyPatch.context() as patch:
        live = live_environment(place)
        patch.setattr("tests.launcher.service.environment", lambda: live)
        patch.setattr(Service, "healthy", lambda self: True)  # asked for under another name below
        with Service(place / "data") as service:
            service.ready(300)
            made = Front(place, service.port)
            made.behind = service.port  # type: ignore[attr-defined]
            try:
                end = time.monotonic() + 20
                while True:
                    try:
                        made.connect().close()
                        break
                    except OSError:
                        assert time.monotonic() < end and made.process.poll() is None
                        time.sleep(0.1)
                yield made
            finally:
                made.process.send_signal(signal.SIGTERM)
                made.process.wait(20)


@pytest.fixture
def calm(front: Front) -> Front:
    """What earlier tests asked for no longer counts towards the limits."""
    time.sleep(3)
    return front


def test_a_page_comes_through_tls_with_its_headers(calm):
    answer = calm.ask("GET", "/")
    assert answer.status == 200 and "Waymark" in answer.text
    assert answer.headers["Strict-Transport-Security"].startswith("max-age=31536000; includeSubDomains")
    assert "default-src" in answer.headers["Content-Security-Policy"]
    assert answer.headers["Cache-Control"] == "no-store, private"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert not re.search(r"\d", answer.headers.get("Server", ""))
    signing_in = calm.ask("GET", "/account/sign-in/")
    cookies = signing_in.headers.get_all("Set-Cookie") or []
    assert cookies and all("__Host-" in each and "Secure" in each for each in cookies)


def test_a_plain_request_is_sent_to_tls_and_the_service_itself_refuses_it_too(calm):
    for port in (calm.plain, calm.behind):
        answer = calm.ask_plainly(port, "/account/sign-in/?next=/x")
        assert answer.status == 301
        assert answer.headers["Location"].startswith(f"https://{NAME}/")


def test_what_is_for_this_machine_is_not_shown_outside(calm):
    for path in ("/ready", "/metrics"):
        assert calm.ask("GET", path).status == 404
        answer = calm.ask_plainly(calm.behind, path)
        assert answer.status == 200 and "database" in answer.text
    assert calm.ask("GET", "/health").text == "ready"


def test_a_caller_cannot_say_where_they_come_from(calm):
    """The proxy replaces what is claimed, so that limits on tries count the caller and not the claim."""
    answer = calm.ask("GET", "/", **{"X-Forwarded-Proto": "http", "X-Forwarded-For": "10.0.0.1"})
    assert answer.status == 200


def test_a_body_that_is_too_large_is_refused_before_the_service(calm):
    connection = calm.connect()
    length = 26 * 1024 * 1024
    connection.sendall(
        f"POST / HTTP/1.1\r\nHost: {NAME}\r\nContent-Length: {length}\r\n\r\n".encode() + b"x" * 4096
    )
    assert connection.recv(4096).startswith(b"HTTP/1.1 413")
    connection.close()


def test_slow_clients_hold_up_nobody_and_are_sent_away(calm):
    slow = [calm.connect() for _ in range(20)]
    for each in slow:
        each.sendall(f"POST /account/sign-in/ HTTP/1.1\r\nHost: {NAME}\r\nContent-Le".encode())
    began = time.monotonic()
    assert calm.ask("GET", "/health").status == 200
    assert time.monotonic() - began < 10
    for each in slow:
        each.settimeout(40)
        assert not each.recv(4096).startswith(b"HTTP/1.1 200")
        each.close()
    assert time.monotonic() - began < 60


def test_a_flood_is_turned_away(calm):
    answers = [calm.ask("GET", "/health").status for _ in range(5)]
    assert set(answers) == {200}
    flood = [calm.ask("GET", "/account/sign-in/").status for _ in range(40)]
    assert 429 in flood


# systemd


def units(place: Path) -> list[Path]:
    """The units with programs that are there, as systemd’s own checker looks for them."""
    made = []
    for path in sorted(EXAMPLES.glob("*.service")) + sorted(EXAMPLES.glob("*.timer")):
        text = (
            path.read_text()
            .replace("/srv/waymark/run", "/bin/true")
            .replace("WorkingDirectory=/srv/waymark", "WorkingDirectory=/")
        )
        (place / path.name).write_text(text)
        made.append(place / path.name)
    return made


def test_systemd_finds_nothing_wrong_with_the_units(tmp_path):
    if not shutil.which("systemd-analyze"):
        pytest.skip("systemd is not installed here")
    made = units(tmp_path)
    assert len(made) == 4
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *map(str, made)],
        capture_output=True,
        text=True,
        check=False,
    )
    ours = [line for line in done.stderr.splitlines() if "waymark" in line]
    assert done.returncode == 0 and not ours, done.stderr
    (tmp_path / "waymark.service").write_text(made[1].read_text() + "\n[Service]\nProtectHouse=yes\n")
    again = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", str(tmp_path / "waymark.service")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert "ProtectHouse" in again.stderr


def test_systemd_calls_the_services_well_guarded(tmp_path):
    if not shutil.which("systemd-analyze"):
        pytest.skip("systemd is not installed here")
    for path in units(tmp_path):
        if path.suffix == ".service":
            done = subprocess.run(
                ["systemd-analyze", "security", "--offline=true", "--threshold=20", "--no-pager", str(path)],
                capture_output=True, text=True, check=False,
            )  # fmt: skip
            assert done.returncode == 0, done.stdout[-400:]

"""A storage that speaks the S3 protocol, on this machine: SeaweedFS, the real program, in a process of its own."""

from __future__ import annotations

import hashlib
import hmac
import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from launcher import bucket

WEED = Path(sys.executable).with_name("weed")
REGION = "us-east-1"
HOUSE, KEEPS = ("house-key", "the house’s secret"), ("appending-key", "the appender’s secret")


@dataclass
class Storage:
    """One server. `at` is the folder where its data lies, so that it can be killed and started again."""

    at: Path
    ports: list[int]
    words: tuple[str, ...] = ()
    process: subprocess.Popen[bytes] | None = None

    @property
    def port(self) -> int:
        return self.ports[3]

    @property
    def endpoint(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        master, volume, filer, s3 = self.ports[:4]
        said = self.at / "identities.json"
        said.write_text(
            json.dumps({"identities": [_identity("house", *HOUSE, "Admin"), _identity("keeps", *KEEPS)]})
        )
        (self.at / "data").mkdir(exist_ok=True)
        words = {
            "dir": self.at / "data", "ip": "127.0.0.1", "ip.bind": "127.0.0.1", "master.port": master,
            "volume.port": volume, "filer.port": filer, "s3.port": s3, "s3.config": said, "filer": "true",
            "s3": "true", "s3.iam": "false", "s3.autoCreateBucket": "false", "s3.port.iceberg": 0, "s3.port.lance": 0,
            "volume.max": 30, "master.volumeSizeLimitMB": 64, "master.telemetry": "false",
        }  # fmt: skip
        with (self.at / "log").open("ab") as log:
            self.process = subprocess.Popen(
                [WEED, "server", *(f"-{name}={value}" for name, value in words.items()), *self.words],
                stdout=subprocess.DEVNULL,
                stderr=log,
                cwd=self.at,
            )
        end = time.monotonic() + 60
        while self._answers() != 200:
            assert time.monotonic() < end, (self.at / "log").read_text(errors="replace")[-3000:]
            time.sleep(0.1)

    def _answers(self) -> int:
        try:
            return self.say("GET", "/")[0]
        except OSError:
            return 0

    def kill(self) -> None:
        """As a power cut."""
        assert self.process
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def terms(self, name: str, who: tuple[str, str] = HOUSE, **other: str) -> bucket.Terms:
        told = {
            "place": f"s3://{name}/council",
            "endpoint": self.endpoint,
            "access": who[0],
            "secret": who[1],
        }
        return bucket.Terms(**told | other)

    def make(self, name: str) -> None:
        assert self.say("PUT", f"/{name}")[0] == 200

    def say(
        self, method: str, path: str, query: str = "", body: bytes = b"", when: datetime | None = None
    ) -> tuple[int, str]:
        """One request, signed here as the protocol’s fourth signature says, as if it were `when`."""
        stamp = (when or datetime.now(UTC)).strftime("%Y%m%dT%H%M%SZ")
        digest = hashlib.sha256(body).hexdigest()
        headers = {"host": f"127.0.0.1:{self.port}", "x-amz-content-sha256": digest, "x-amz-date": stamp}
        names = ";".join(headers)
        lines = [
            method,
            path,
            query,
            *(f"{name}:{word}" for name, word in headers.items()),
            "",
            names,
            digest,
        ]
        scope = f"{stamp[:8]}/{REGION}/s3/aws4_request"
        hashed = hashlib.sha256("\n".join(lines).encode()).hexdigest()
        key = f"AWS4{HOUSE[1]}".encode()
        for word in scope.split("/"):
            key = hmac.digest(key, word.encode(), "sha256")
        signature = hmac.digest(key, f"AWS4-HMAC-SHA256\n{stamp}\n{scope}\n{hashed}".encode(), "sha256").hex()
        headers["authorization"] = (
            f"AWS4-HMAC-SHA256 Credential={HOUSE[0]}/{scope},SignedHeaders={names},Signature={signature}"
        )
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        with closing(connection):
            connection.request(method, f"{path}?{query}" if query else path, body, headers)
            answer = connection.getresponse()
            return answer.status, answer.read().decode()


def _identity(name: str, access: str, secret: str, *actions: str) -> dict[str, object]:
    return {
        "name": name,
        "credentials": [{"accessKey": access, "secretKey": secret}],
        "actions": list(actions),
    }


def free_ports() -> list[int]:
    """Those that are free, and free once more 10,000 higher, where SeaweedFS speaks to itself."""
    found: list[int] = []
    for port in range(20_000 + os.getpid() % 5_000, 32_000):
        if _free(port) and _free(port + 10_000):
            found.append(port)
        if len(found) == 6:
            break
    return found


def _free(port: int) -> bool:
    with socket.socket() as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def certificate(at: Path) -> Path:
    """A certificate for this machine that nobody has vouched for, and its key beside it."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "a storage")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=30))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    plain = serialization.NoEncryption()
    form = serialization.PrivateFormat.PKCS8
    (at / "private.pem").write_bytes(key.private_bytes(serialization.Encoding.PEM, form, plain))
    (at / "public.pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    return at / "public.pem"

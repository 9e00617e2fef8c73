"""What the papers say of signing in, logs, keys and components is what is set: each is a row of docs/asvs.csv, and each is
shown a paper or a setting that is wrong."""

from __future__ import annotations

import ast
import logging
import re
import tomllib
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from launcher import folder, roles
from tests.gates.test_source import imported, name_of, sources
from waymark.foundation.access.actions import visitors
from waymark.foundation.accounts import timing
from waymark.settings import logs

ROOT: Path = settings.ROOT


def paper(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def cells(text: str, heading: str) -> list[list[str]]:
    """The rows of the table under a heading, without the two first lines."""
    table = text.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    lines = [line for line in table.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


# How tries are counted (6.1.1)


def wrong_tries(text: str, limits: dict[str, str]) -> list[str]:
    told = {
        row[0].partition("`:")[0].strip("`"): row[1].replace(" ", "")
        for row in cells(text, "How tries are counted")
    }
    return sorted(
        name for name in {*told, *limits} if not told.get(name, "").startswith(limits.get(name, "?"))
    )


def test_the_paper_says_how_tries_are_counted():
    text = paper("docs/operate/signing-in.md")
    assert wrong_tries(text, settings.ACCOUNT_RATE_LIMITS) == []
    assert f"and {visitors.MOST_IN_AN_HOUR} in an hour for one address" in text
    assert f"for {visitors.LINK_HOURS} hours" in text
    planted = settings.ACCOUNT_RATE_LIMITS | {"login_failed": "500/m/ip", "a_new_one": "1/m/ip"}
    assert wrong_tries(text, planted) == ["a_new_one", "login_failed"]


# Each way to sign in (6.1.3)


def wrong_ways(text: str, ways: list[str]) -> set[str]:
    """What is set and not told, or told and not set. (The ways that allauth does not name have no code in the table.)"""
    first = " ".join(row[0] for row in cells(text, "The ways, and how strong each is"))
    return set(ways) ^ set(re.findall(r"`(\w+)`", first))


def test_the_paper_says_each_way_to_sign_in():
    text = paper("docs/operate/signing-in.md")
    assert wrong_ways(text, settings.MFA_SUPPORTED_TYPES) == set()
    assert [path.rpartition(".")[2] for path in settings.AUTHENTICATION_BACKENDS] == ["ByPassword"]
    assert wrong_ways(text, ["webauthn", "totp", "sms"]) == {"sms", "recovery_codes"}


# How long a session lasts (7.1.1)


def minutes_told(text: str) -> list[timedelta]:
    return [timedelta(minutes=int(row[1])) for row in cells(text, "How long a session lasts")]


def test_the_paper_says_how_long_a_session_lasts():
    limits = [timing.IDLE, timing.ADMINISTRATOR_IDLE, timing.ABSOLUTE]
    text = paper("docs/operate/signing-in.md")
    assert minutes_told(text) == [*(limit.lasts for limit in limits), timing.WARNING]
    assert minutes_told(text.replace("| 30 |", "| 45 |"))[0] != timing.IDLE.lasts


# What is logged (16.1.1), where it goes (16.2.3)

LEVELS = {"debug", "info", "warning", "error", "exception", "critical"}


def events(text: str) -> set[str]:
    """The first words of every line of log in a source; of `_each`, which logs what it is told, those it is told."""
    found: set[str] = set()
    if "get_logger" not in text and "getLogger" not in text:
        return found
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call) and (_logs(node) or name_of(node.func) == "_each"):
            held = [each.value for each in node.args if isinstance(each, ast.Constant)]
            found |= {word for word in held if isinstance(word, str)}
    return found


def _logs(node: ast.Call) -> bool:
    where, _, level = name_of(node.func).rpartition(".")
    return where in ("log", "logger") and level in LEVELS


def told_of_logs() -> set[str]:
    return set(re.findall(r"`([^`]+)`", paper("docs/operate/alerts.md").partition("### What is logged")[2]))


def test_every_line_of_log_stands_in_the_paper():
    said = {word for path in sources() if "waymark" in path.parts for word in events(path.read_text("utf-8"))}
    assert len(said) > 15
    assert said - told_of_logs() == set()
    planted = "log = structlog.get_logger()\n"
    assert events(planted + 'log.warning("planted", x=1)\nlogger.info(f"x")\n_each("told", y)') == {
        "planted",
        "told",
    }
    assert "planted" not in told_of_logs()


def wrong_handlers(configured: dict[str, Any]) -> list[str]:
    """Every way out for a line but the output of the process, which the paper names."""
    return sorted(
        name for name, one in configured["handlers"].items() if one["class"] != "logging.StreamHandler"
    )


@pytest.mark.parametrize("form", ["json", "plain"])
def test_logs_go_to_the_output_of_the_process_and_nowhere_else(form: str):
    configured = logs.configure(form)
    assert wrong_handlers(configured) == []
    assert configured["root"]["handlers"] == ["lines"]
    assert not any(one.get("handlers") for one in configured["loggers"].values())
    planted = {"handlers": configured["handlers"] | {"away": {"class": "logging.handlers.HTTPHandler"}}}
    assert wrong_handlers(planted) == ["away"]
    made = [name for name in logging.root.manager.loggerDict if name.startswith("waymark")]
    assert not [name for name in made if logging.getLogger(name).handlers]


# Keys (11.1.1), passwords of the database (13.2.3)


def test_the_paper_of_keys_names_every_file_of_keys(tmp_path: Path):
    data = folder.Folder(tmp_path / "data")
    data.open()
    data.ledger_key(), data.secret()
    data.master_keys(new=True)
    made = [path for path in sorted((tmp_path / "data" / "keys").iterdir()) if path.is_file()]
    papers = paper("docs/operate/keys.md") + paper("docs/operate/ledger.md")
    assert len(made) >= 2
    assert [path.name for path in made if f"keys/{path.name}" not in papers] == []
    for heading in ("A new master key", "When it is lost", "When it may have been read by somebody"):
        assert f"## {heading}\n" in papers, "who makes it, how it is changed, what when it is gone"


def test_no_password_comes_with_the_service():
    one, two = roles.new_passwords(), roles.new_passwords()
    assert set(one) == {*roles.LOGINS, "postgres"}
    assert not set(one.values()) & set(two.values()) and all(len(word) >= 40 for word in one.values())
    said = "\n".join(roles.role_statements(one))
    assert "SCRAM-SHA-256$" in said and not any(word in said for word in one.values())
    # Without one, a role gets none: nothing stands in its place.
    assert "PASSWORD" not in "\n".join(roles.role_statements({}))


# Cryptography from one well-kept library (11.2.1), types (15.3.5), how fast faults are mended (15.1.1)

CRYPTOGRAPHY = {
    "Crypto",
    "Cryptodome",
    "nacl",
    "rsa",
    "ecdsa",
    "pyaes",
    "blowfish",
    "M2Crypto",
    "OpenSSL",
    "gnupg",
}


def test_ciphers_come_from_one_library():
    found = {
        name
        for path in sources()
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        for name in imported(node)
    }
    assert "cryptography" in found and found & CRYPTOGRAPHY == set()
    assert imported(ast.parse("from Crypto.Cipher import AES").body[0]) & CRYPTOGRAPHY
    kept = paper("requirements/base.txt")
    assert re.search(r"^cryptography==", kept, re.M) and re.search(r"^argon2-cffi==", kept, re.M)


LOOSE = re.compile(r"[^=!<>]==[^=]|!=[^=]")


def test_types_are_checked_before_anything_runs_and_scripts_compare_strictly():
    strict = tomllib.loads(paper("pyproject.toml"))["tool"]["mypy"]
    assert strict["disallow_untyped_defs"] and strict["strict_equality"] and strict["check_untyped_defs"]
    ours = [
        path for path in (ROOT / "waymark").glob("**/static/**/*.js") if not path.name.endswith(".min.js")
    ]
    assert LOOSE.search("if (x == 1)") and LOOSE.search("x != y") and not LOOSE.search("x === 1 && y !== 2")
    assert [path.name for path in ours if LOOSE.search(path.read_text("utf-8"))] == []


def test_the_paper_says_how_fast_faults_are_mended():
    text = paper("SECURITY.md")
    assert re.search(r"answer within two working days; a fix or a plan within 48 hours", text)
    assert re.search(r"seven days for other serious faults, thirty for the rest", text)


# Every component, once (15.1.2)


def named_and_not_pinned(wanted: str, kept: str) -> list[str]:
    """What a list of wants names and its lock does not hold."""
    asked = re.findall(r"^([A-Za-z0-9][\w.-]*)", wanted, re.M)
    held = {name.lower() for name in re.findall(r"^([A-Za-z0-9][\w.-]*)==", kept, re.M)}
    return [name for name in asked if name.lower() not in held]


def test_every_component_stands_in_a_list_with_its_version():
    for wants in sorted((ROOT / "requirements").glob("*.in")):
        text = re.sub(r"^-.*$", "", wants.read_text("utf-8"), flags=re.M)
        assert named_and_not_pinned(text, wants.with_suffix(".txt").read_text("utf-8")) == [], wants.name
    assert named_and_not_pinned("django>=5\nplanted\n", "django==5.2 \\\n") == ["planted"]


# TLS as the example of the proxy has it, with which tests/launcher/test_front.py starts one (12.1.1, 12.1.2)

OLD = re.compile(r"SSLv|TLSv1(?:\.1)?(?![.\d])")
FORWARD_SECRET = re.compile(r"ECDHE-(?:ECDSA|RSA)-(?:AES(?:128|256)-GCM-SHA(?:256|384)|CHACHA20-POLY1305)")


def weak_tls(text: str) -> list[str]:
    """Protocols before 1.2, and suites without forward secrecy or authenticated encryption."""
    protocols = re.search(r"^\s*ssl_protocols ([^;]+);", text, re.M)
    suites = re.search(r"^\s*ssl_ciphers ([^;]+);", text, re.M)
    if protocols is None or suites is None:
        return ["nothing is said"]
    old = [name for name in protocols[1].split() if OLD.match(name)]
    return old + [name for name in suites[1].split(":") if not FORWARD_SECRET.fullmatch(name)]


def test_the_proxy_speaks_tls_of_today_only():
    text = paper("docs/operate/examples/nginx.conf")
    assert weak_tls(text) == []
    planted = text.replace("TLSv1.2 ", "TLSv1.1 TLSv1.2 ").replace("ssl_ciphers ", "ssl_ciphers AES128-SHA:")
    assert weak_tls(planted) == ["TLSv1.1", "AES128-SHA"]
    assert weak_tls("server { listen 443 ssl; }") == ["nothing is said"]

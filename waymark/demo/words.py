"""Answers and sentences that several stories share. Every one is invented."""

from __future__ import annotations

from typing import Any

BASIS = "Counter-Terrorism and Security Act 2015, section 38; task in the public interest"
OPTIONS = "No further action, advice to the referrer, another service, or police assessment."
RELIED_ON = "The referral, a call with the referrer, and what the other services answered."
NONE: dict[str, Any] = {"rows": [], "done": True}
BLANK: dict[str, Any] = {
    "gender": {"gender": "not_known"},
    "addresses": NONE,
    "contact": {"phone": "", "email": "", "online": ""},
    "learns": {"learns": "no"},
    "work": {"work": ""},
    "language": {"language": "English", "interpreter": "no"},
    "household": NONE,
    "children": {"children": "no"},
    "needs": NONE,
    "around": {"words": "", "helps": ""},
    "ideas": {"ideas": "", "words": ""},
    "lead": {"talked": "yes", "result": "Agreed to ask the council."},
    "agencies": NONE,
    "action": {"action": "We talked with the person about how they are."},
    "person": {"told": "not_yet"},
    "person_not_yet": {"because": "We want to agree with the council who tells them."},
    "parent": {"told": "not_yet"},
    "parent_not_yet": {"because": "We want to agree with the council who tells them."},
    "raiser": {"who": "me"},
    "anonymity": {"wanted": False},
    "other": {"words": ""},
}


def named(forenames: str, surname: str, others: str = "") -> dict[str, str]:
    return {"forenames": forenames, "surname": surname, "others": others}


def born(day: str, precision: str = "day") -> dict[str, Any]:
    return {"born": {"on": day, "precision": precision}, "age": None}


def home(lines: str, postcode: str, kind: str = "home") -> dict[str, Any]:
    return {"rows": [{"kind": kind, "lines": lines, "postcode": postcode}], "done": True}


def concerns(*said: tuple[str, dict[str, str], str]) -> dict[str, Any]:
    """Each as (words, when, standing)."""
    rows = [
        {"words": words, "happened_on": when, "standing": standing, "source": ""}
        for words, when, standing in said
    ]
    return {"rows": rows, "done": True}


def need(words: str, bearing: str, why: str) -> dict[str, Any]:
    return {"rows": [{"words": words, "bearing": bearing, "why": why, "source": "School plan"}], "done": True}

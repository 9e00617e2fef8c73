"""Who may see a referral and all that hangs on it: one list of grants, carried to every row."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from waymark.foundation.access import context
from waymark.foundation.access.models import Protected, token
from waymark.foundation.ledger.deeds import Doer
from waymark.pathway.concerns.actions import sealing as sent
from waymark.pathway.people import actions as people
from waymark.pathway.referrals.models import (
    Approval,
    Concern,
    Decision,
    Duty,
    Handover,
    Need,
    Outcome,
    Referral,
    RequestOverride,
    Restriction,
    Resumption,
    TakenTogether,
    Told,
)

# What hangs on a referral, and how each finds it. Requests and redirects also carry a grant of whom they ask.
PARTS: list[tuple[type[Protected], str]] = [
    (Concern, "referral"),
    (Need, "referral"),
    (Duty, "referral"),
    (Told, "referral"),
    (TakenTogether, "referral"),
    (Decision, "referral"),
    (Approval, "decision__referral"),
    (Resumption, "referral"),
    (Handover, "referral"),
    (Restriction, "referral"),
    (RequestOverride, "request__referral"),
]
# What the police write themselves, and so see whatever the referral carries.
OF_POLICE: list[tuple[type[Protected], str]] = []


def hang(part: type[Protected], path: str) -> None:
    """A part above keeps records of the police under a referral: they carry what it carries. For AppConfig.ready."""
    if (part, path) not in OF_POLICE:
        OF_POLICE.append((part, path))


# Of parts above too: rows that also carry a grant of whoever was asked, which the mark tells from the others.
OF_ASKED: list[tuple[type[Protected], str, str]] = []


def hang_asked(part: type[Protected], path: str, mark: str) -> None:
    """As `hang`; whoever was asked goes on seeing their row, until the referral is sealed. For AppConfig.ready."""
    if (part, path, mark) not in OF_ASKED:
        OF_ASKED.append((part, path, mark))


# Who else works on it: parts above say so of a referral that has come to them.
JOINED: list[Callable[[Referral], list[str]]] = []


def joined_by(grants: Callable[[Referral], list[str]]) -> None:
    """A part above gives the referral to more people, unless it is kept to named ones. For AppConfig.ready."""
    if grants not in JOINED:
        JOINED.append(grants)


def triage(authority_id: int) -> list[str]:
    return [f"authority:{authority_id}:triage", f"system:{authority_id}"]


def police(authority_id: int) -> str:
    return f"authority:{authority_id}:police"


def sealed(authority_id: int) -> list[str]:
    return [f"authority:{authority_id}:lead", f"system:{authority_id}"]


def named(authority_id: int, user_id: object) -> str:
    """The grant of one person while they work in triage there."""
    return f"authority:{authority_id}:named:{user_id}"


def named_in(referral: Referral) -> list[str] | None:
    """The grants of those to whom it is kept, the Prevent lead first; None when all of triage sees it."""
    kept = referral.restrictions.filter(ended_at__isnull=True).first()
    if kept is None:
        return None
    people = [person for person in (*kept.people, referral.lead_id) if person]
    lead, system = sealed(referral.authority_id)
    return [lead, *(named(referral.authority_id, person) for person in people), system]


def team(referral: Referral) -> list[str]:
    """Who works on it: all of triage and those who joined it, or those to whom it is kept; and the grant of the record
    itself, which break-glass lends and an interest that somebody declared keeps from them."""
    given = named_in(referral)
    if given is None:
        given = [*triage(referral.authority_id), *(grant for more in JOINED for grant in more(referral))]
    return list(dict.fromkeys([*given, token(referral.pk)]))


def to_team(referral: Referral, *, by: Doer, at: datetime) -> None:
    """Gives it to those who work on it now: what was sent, beside its author, and every row of the record. The police
    keep what was sent to them."""
    with context.lent(referral.authority_id):
        given = team(referral)
        sent.unseal(referral.submission, team=given)
        with_police = [grant for grant in referral.grants if grant == police(referral.authority_id)]
        carry(referral, [*given, *with_police], by=by, at=at)


def asked(organisation_id: int) -> str:
    return f"organisation:{organisation_id}:requests"


def with_(referral: Referral) -> dict[str, Any]:
    """What a new row under `referral` carries: what the referral does, but for the police."""
    return {
        "referral": referral,
        "authority_id": referral.authority_id,
        "grants": _own(referral, referral.grants),
    }


def carry(referral: Referral, grants: list[str], *, by: Doer, at: datetime) -> None:
    """Gives the referral, every row under it and the person these grants. The caller saves nothing of it.

    The police get the concerns and the decision to send it, and nothing else of triage.
    """
    # Its own grant goes with every row, so that break-glass can lend this one record.
    grants = list(dict.fromkeys([*grants, token(referral.pk)]))
    with context.lent(referral.authority_id):
        people.regrant(by=by, at=at, person=referral.person, grants=grants)
        for part, path in PARTS:
            part._default_manager.filter(**{path: referral}).update(grants=_own(referral, grants))
        for part, path in OF_POLICE:
            part._default_manager.filter(**{path: referral}).update(grants=grants)
        for part, path, mark in OF_ASKED:
            for pk, held in part._default_manager.filter(**{path: referral}).values_list("pk", "grants"):
                own = [] if referral.sealed_at else [grant for grant in held if mark in grant]
                part._default_manager.filter(pk=pk).update(grants=[*grants, *own])
        for row in (*referral.requests.all(), *referral.redirects.all()):
            asked_too = [] if referral.sealed_at else [g for g in row.grants if g.endswith(":requests")]
            # What the police asked stays theirs to see while the referral is with them.
            theirs = {police(referral.authority_id)} & set(grants) & set(row.grants)
            row.grants = [*_own(referral, grants), *theirs, *asked_too]
            row.save(update_fields=["grants"])
        if police(referral.authority_id) in grants:
            Concern.objects.filter(referral=referral).update(grants=grants)
            Decision.objects.filter(referral=referral, outcome=Outcome.POLICE).update(grants=grants)
        Referral.objects.filter(pk=referral.pk).update(grants=grants)
    referral.grants = grants


def _own(referral: Referral, grants: list[str]) -> list[str]:
    # The police see a referral that was sent to them, and not what other organisations were asked.
    return [grant for grant in grants if grant != police(referral.authority_id)]

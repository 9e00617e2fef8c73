"""What each field of a record is, said once: personal or not, why it is needed, on what basis, how long it is kept.

It stands in the kernel because every part above declares its own fields here (`<part>/privacy.py`, which the
retention part loads). The retention part checks that nothing is left out and writes the papers.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class FieldSays:
    """What is declared of one field. `keep` is the code of a retention class; `stage` is when it is first asked for;
    `risk` is a code of RISKS: what could go wrong for the person, and what stands against it."""

    personal: bool
    why: str = ""
    basis: str = ""
    stage: str = ""
    keep: str = ""
    subject_access: bool = False
    encrypted: bool = False
    risk: str = ""


# Lawful bases, by the codes that the papers spell out.
BASES = frozenset(
    {
        "public-task",  # UK GDPR 6(1)(e): the Prevent duty
        "safeguarding",  # with Data Protection Act 2018 schedule 1 paragraph 18 for special categories
        "equality-monitoring",  # with schedule 1 paragraph 8
        "legal-duty",  # 6(1)(c)
        "contract",  # staff and partner accounts
    }
)

# For the impact assessment: what could go wrong for somebody through a field, and what stands against it.
RISKS = {
    "found-out": "Somebody who should not know learns that the person was referred, or why. Only grants of "
    "the row open "
    "it, in the program and in the database; every look is in the ledger with its purpose; it is sealed, then erased.",
    "wrong-label": "A mistaken or one-sided word follows the person. Each statement says who says so and whether it is "
    "fact, report or opinion; nothing is scored; a mistaken referral is sealed at once and goes in 90 days.",
    "traced": "Somebody who means harm finds the person or their family. It stands on the record’s own page "
    "only: in no "
    "list, address, title, message or log.",
    "unequal": "What somebody is steers how they are treated. It is kept apart, those who decide can write "
    "and never read "
    "it, it is only counted, and it is unlinked after 12 months.",
    "referrer-exposed": "Whoever first had the concern is found out by the person or by others. Their name "
    "is kept apart "
    "and can be withheld even from their own organisation.",
    "staff-exposed": "Somebody is blamed or harassed for doing their work. Only colleagues who share the "
    "record see it; "
    "ledger and messages hold keys, not names.",
    "taken-over": "Somebody else signs in as the person. Only hashes are kept; a second proof is asked for; "
    "unused accounts "
    "are closed after 35 days.",
    "watched": "The log of who did what becomes a way to watch staff. Only the information governance lead "
    "reads it, for "
    "stated purposes, and it holds keys, not content.",
}

FIELDS: dict[str, dict[str, FieldSays]] = {}
# Tables that the database keeps for itself and no model stands for: `schema.table`, column by column.
TABLES: dict[str, dict[str, FieldSays]] = {}


def personal(
    *,
    why: str,
    basis: str,
    stage: str,
    keep: str,
    subject_access: bool = True,
    encrypted: bool = False,
    risk: str = "",
) -> FieldSays:
    """A field that tells something of a person (also of a member of staff). All of why, basis, stage and keep are said.

    ValueError when one is empty, or the basis is not one of BASES, or the risk not one of RISKS. A field without a
    risk is found by the gate.
    """
    if not all((why.strip(), stage.strip(), keep.strip())):
        raise ValueError("a personal field says why it is needed, from which stage, and its retention class")
    if basis not in BASES:
        raise ValueError(f"{basis!r} is no lawful basis; there are {', '.join(sorted(BASES))}")
    if risk and risk not in RISKS:
        raise ValueError(f"{risk!r} is no risk; there are {', '.join(sorted(RISKS))}")
    return FieldSays(True, why, basis, stage, keep, subject_access, encrypted, risk)


def plain(why: str = "") -> FieldSays:
    """A field that tells nothing of a person: a code, a time, a key, a count."""
    return FieldSays(False, why)


def declare_fields(model: str, fields: dict[str, FieldSays]) -> None:
    """Declares fields of one model (`"referrals.Referral"`). ValueError when a field is declared twice, differently."""
    known = FIELDS.setdefault(model, {})
    for name, says in fields.items():
        if known.get(name, says) != says:
            raise ValueError(f"{model}.{name} is declared twice")
        known[name] = says


def declare_table(table: str, columns: dict[str, FieldSays]) -> None:
    """Declares the columns of a table without a model (`"gate.person_keys"`). ValueError when it is declared twice."""
    if TABLES.setdefault(table, columns) != columns:
        raise ValueError(f"{table} is declared twice")

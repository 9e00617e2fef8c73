"""What each field of a record is, said once: personal or not, why it is needed, on what basis, how long it is kept.

It stands in the kernel because every part above declares its own fields here (`<part>/privacy.py`, which the
retention part loads). The retention part checks that nothing is left out and writes the papers.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class FieldSays:
    """What is declared of one field. `keep` is the code of a retention class; `stage` is when it is first asked for."""

    personal: bool
    why: str = ""
    basis: str = ""
    stage: str = ""
    keep: str = ""
    subject_access: bool = False
    encrypted: bool = False


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

FIELDS: dict[str, dict[str, FieldSays]] = {}


def personal(
    *, why: str, basis: str, stage: str, keep: str, subject_access: bool = True, encrypted: bool = False
) -> FieldSays:
    """A field that tells something of a person (also of a member of staff). All of why, basis, stage and keep are said.

    ValueError when one is empty, or the basis is not one of BASES.
    """
    if not all((why.strip(), stage.strip(), keep.strip())):
        raise ValueError("a personal field says why it is needed, from which stage, and its retention class")
    if basis not in BASES:
        raise ValueError(f"{basis!r} is no lawful basis; there are {', '.join(sorted(BASES))}")
    return FieldSays(True, why, basis, stage, keep, subject_access, encrypted)


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

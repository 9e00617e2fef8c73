"""The papers of data protection, written from what the parts declare: so they cannot say anything else.

`processing.md` is the record of processing (UK GDPR Article 30), `policy.md` the appropriate policy document (Data
Protection Act 2018, schedule 1 part 4), `dpia.md` the pack for the impact assessment. Words of a council’s own stand
in square brackets, for it to fill in.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from waymark.foundation.kernel.privacy import RISKS, FieldSays

from . import reference
from .classes import CLASSES
from .kept import KEPT
from .privacy import declared

LAW = {
    "public-task": "UK GDPR Article 6(1)(e), public task: the duty of the Counter-Terrorism and Security Act 2015",
    "safeguarding": "UK GDPR Articles 6(1)(e) and 9(2)(g), Data Protection Act 2018 schedule 1 paragraph 18 "
    "(safeguarding)",
    "equality-monitoring": "UK GDPR Article 9(2)(g), Data Protection Act 2018 schedule 1 paragraph 8 (equal treatment)",
    "legal-duty": "UK GDPR Article 6(1)(c), legal obligation: accountability and security of processing",
    "contract": "UK GDPR Article 6(1)(b) and (e): accounts of staff and partners",
}
PURPOSES = {
    "public-task": "Answering, working on and signing for referrals",
    "safeguarding": "Protecting people, also children, who may be drawn into terrorism",
    "equality-monitoring": "Seeing whether every community is treated alike",
    "legal-duty": "Showing who did what, and keeping nothing too long",
    "contract": "Letting professionals sign in",
}
SPECIAL = {"safeguarding", "equality-monitoring"}
Said = tuple[str, str, FieldSays]


def declare() -> None:
    reference.add("processing.md", processing)
    reference.add("policy.md", policy)
    reference.add("dpia.md", dpia)


def personal_fields() -> list[Said]:
    return [(model, name, says) for model, name, says in declared() if says.personal]


def processing() -> str:
    """The record of processing: for each lawful basis what is held, of whom, how long, who may have it."""
    parts = [
        "# Record of processing activities",
        "Controller: [the council, its address and its data protection officer]. Written from the "
        "declarations of every "
        "field, and from the retention periods in force.",
    ]
    for basis, said in sorted(_by_basis().items()):
        records = sorted({model for model, _name, _says in said})
        parts += [
            f"## {PURPOSES[basis]}",
            f"Lawful basis: {LAW[basis]}.",
            f"Special category data: {'yes' if basis in SPECIAL else 'no'}. Sent outside the United Kingdom: no. "
            "Decided by a machine alone: nothing.",
            "Recipients: within the authority whoever holds a grant of the record; outside it only by a "
            "disclosure that is "
            "logged one by one. There is no feed to anybody.",
            f"Records: {', '.join(f'`{model}`' for model in records)} ({len(said)} personal fields, see `fields.md`).",
            reference.table(("Kept as", "Sealed after", "Erased after", "At most"), _periods(said)),
        ]
    parts += [
        "## Security",
        "Row security in the database beside the checks of the program; a ledger of every change and every "
        "look; sealed "
        "text under one key for each record; two people for erasing. See `SECURITY.md`.",
    ]
    return "\n\n".join(parts)


def policy() -> str:
    """The appropriate policy document for special category data."""
    used = [basis for basis in sorted(_by_basis()) if basis in SPECIAL]
    conditions = [(PURPOSES[basis], LAW[basis]) for basis in used]
    said = [entry for basis in used for entry in _by_basis()[basis]]
    return "\n\n".join(
        (
            "# Appropriate policy document",
            "For special category data (Data Protection Act 2018, schedule 1 part 4). [Approved by … on …; "
            "looked at again "
            "each year.]",
            "## Conditions relied on",
            reference.table(("Purpose", "Condition"), list(conditions)),
            "## How the principles are met",
            reference.table(("Principle", "How"), list(PRINCIPLES)),
            "## How long it is kept, and how it goes",
            "The clock of each record starts by itself. Sealed, only the record owner sees it. Erasing "
            "removes the rows and "
            "destroys the record’s key, and is repeated after any restore. Nothing goes beyond its longest "
            "period without "
            "a legal hold.",
            reference.table(("Kept as", "Sealed after", "Erased after", "At most"), _periods(said)),
        )
    )


PRINCIPLES = (
    (
        "Lawful, fair, transparent",
        "Each field has its basis; whether the person was told is asked at every stage",
    ),
    ("For stated purposes", "Each role has a purpose, which stands in every entry of the read log"),
    (
        "No more than needed",
        "Each field says why it is needed and from which stage; advice is asked without a name",
    ),
    ("Accurate", "Fact, report and opinion are told apart; a correction stands beside what it corrects"),
    (
        "No longer than needed",
        "Every record has a class and an end; reviews ask each year, and erasing is the plain answer",
    ),
    ("Secure", "Two walls (program and database), sealed text, a ledger that shows tampering"),
    ("Accountable", "This document is written from the declarations, and a test fails when they drift apart"),
)


def dpia() -> str:
    """The pack for the impact assessment: what, why, on what basis, and for each personal field its risk."""
    parts = [
        "# Data protection impact assessment: pack",
        "Needed because the processing is of special category data and of children, matches records, and "
        "happens to people "
        "who do not always know of it yet. [Assessed by … on …; approved by …; looked at again on ….]",
        "## Nature, scope, context and purposes",
        reference.table(
            ("Purpose", "Lawful basis", "Personal fields"),
            [(PURPOSES[b], LAW[b], len(said)) for b, said in sorted(_by_basis().items())],
        ),
        "Flows: a professional or their safeguarding lead sends a referral; the council’s Prevent team "
        "works on it; the police "
        "and other services see what is sent to them, logged one by one. Nothing leaves by itself.",
        "## Necessity and proportionality",
        "Why each field is needed, and from which stage, stands in `fields.md`; for how long, in "
        "`retention.md`. [What would "
        "be less intrusive, and why it is not enough.]",
        "## Risks to people, and what stands against them",
        *_risks(),
        "## Children",
        "A child’s referral is known as one, kept no longer than the periods above, and reviewed each year. "
        "[Best interests, "
        "and how children were heard.]",
        "## Accuracy and bias",
        "No score, rank or prediction about anybody. Equality answers are kept apart and only counted.",
        "## Consultation and sign-off",
        "[Who was asked: people who were referred, communities, schools, the data protection officer. "
        "Looked at again each "
        "year and with every new field: a field without a risk fails the build.]",
    ]
    return "\n\n".join(parts)


def _risks() -> Iterator[str]:
    """Of each risk: what it is, which fields carry it, and room for what is left over."""
    by_risk: dict[str, list[Said]] = defaultdict(list)
    for entry in personal_fields():
        by_risk[entry[2].risk].append(entry)
    for risk, said in sorted(by_risk.items()):
        fields = ", ".join(f"`{model}.{name}`" for model, name, _says in said)
        yield f"### {risk}"
        yield RISKS.get(risk, "[No risk is named yet.]")
        yield f"Fields: {fields}."
        yield "[Left over: … Accepted by …]"


def _by_basis() -> dict[str, list[Said]]:
    found: dict[str, list[Said]] = defaultdict(list)
    for entry in personal_fields():
        found[entry[2].basis].append(entry)
    return found


def _periods(said: Iterable[Said]) -> list[tuple[object, ...]]:
    """The periods of the classes that these fields, and the records they stand in, are kept by."""
    models = {model for model, _name, _says in said}
    codes = {says.keep for _model, _name, says in said} | {k.class_code for k in KEPT if k.model in models}
    rows = sorted((CLASSES[code] for code in codes), key=lambda row: row.number)
    return [
        (
            row.title,
            reference.words(reference.seals(row)),
            reference.words(reference.erases(row)),
            reference.words(row.ceiling),
        )
        for row in rows
    ]

"""What the referrer sent, and what they were told of it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from waymark.demo.national import words
from waymark.demo.national.made import Case
from waymark.demo.national.rows import Key, uuid
from waymark.demo.words import BLANK, born, named
from waymark.pathway.concerns.models import AddedInformation, ConcernRaiser, Progress, Submission

WITH_RAISER = ("raiser", "anonymity")


def add(case: Case) -> Key:
    """The submission, who raised the concern, what was added and told. The key that seals them."""
    at, office, author = case.received_at, case.office, case.author
    grants = case.sent_grants()
    key = case.pile.key(Submission, case.submission, at, office.id, grants)
    authored = {
        "authority_id": office.id, "author_user_id": author.id,
        "organisation_id": office.organisations[author.place],
    }  # fmt: skip
    case.pile.add(
        Submission, key, **authored, id=case.submission, grants=grants, recorded_at=at, reference=case.reference,
        from_draft=uuid(case.dice), form_version=1, answers=_answers(case),
        concern_arose_on=at.date() - timedelta(days=3), sent_at=at,
    )  # fmt: skip
    dsl = f"organisation:{office.organisations['school']}:dsl"
    case.pile.add(
        ConcernRaiser, key, authority_id=office.id, grants=[grant for grant in grants if grant != dsl], recorded_at=at,
        submission_id=case.submission, is_referrer=True, wants_anonymity=False, name=author.name,
        job="Teacher", relationship="I work with them", phone="01632 960 123",
    )  # fmt: skip
    if case.dice.random() < 0.5:
        then = case.after(1.5)
        case.pile.add(
            AddedInformation, key, **authored, grants=grants, recorded_at=then, submission_id=case.submission,
            words=words.said(case.dice), added_at=then,
        )  # fmt: skip
    _progress(case, key, grants)
    return key


def _progress(case: Case, key: Key, grants: list[str]) -> None:
    steps = [("received", case.received_at, "")]
    if case.state != "received":
        steps.append(("looking", case.after(1), ""))
    if case.closed_at:
        steps.append(("finished", case.closed_at, case.dice.choice(words.NOTES)))
    for step, at, note in steps:
        case.pile.add(
            Progress, key, authority_id=case.office.id, grants=grants, recorded_at=at, submission_id=case.submission,
            step=step, note=note, happened_at=at,
        )  # fmt: skip


def _answers(case: Case) -> dict[str, Any]:
    """As version 1 of the form keeps them."""
    one, author = case.one, case.author
    school = (
        {"learns": {"learns": "yes"}, "school": {"name": {"id": one.school[0], "name": one.school[1]}}}
        if one.school
        else {}
    )
    on = one.born_on.isoformat() if one.born_on else None
    given = BLANK | {
        "name": named(one.forename, one.surname),
        "born": born(on, one.precision) if on else {"born": None, "age": None},
        "gender": {"gender": "male" if one.sex == "M" else "female"},
        "addresses": {"rows": [{"kind": "home", "lines": one.lines, "postcode": one.postcode}], "done": True},
        "referring": {
            "name": author.name, "job": "Teacher", "organisation": "", "relationship": "I work with them",
            "phone": "01632 960 123",
        },
        "arose": {"on": {"on": (case.received_at.date() - timedelta(days=3)).isoformat(), "precision": "day"}},
        **school,
    }  # fmt: skip
    return {code: held for code, held in given.items() if code not in WITH_RAISER}

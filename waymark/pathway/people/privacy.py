"""What each field about a person is: personal or not, why it is needed, from which stage, how long it is kept."""

from __future__ import annotations

from waymark.foundation.kernel.privacy import FieldSays, declare_fields, declare_table, personal, plain

KEEP = "referral-child"
KEY = plain("Which record it belongs to")
WHEN = plain("When it was done")


def _person(why: str, stage: str = "receipt", risk: str = "found-out") -> FieldSays:
    return personal(why=why, basis="safeguarding", stage=stage, keep=KEEP, risk=risk)


def _staff(why: str) -> FieldSays:
    return personal(
        why=why, basis="public-task", stage="triage", keep=KEEP, subject_access=False, risk="staff-exposed"
    )


def _equality(what: str) -> FieldSays:
    return personal(
        why=f"Only counted, to see whether every community is treated alike: {what}",
        basis="equality-monitoring",
        stage="triage",
        keep="equality",
        risk="unequal",
    )


SOURCE = _person("Who says so, to set a wrong entry right")
FROM_UNTIL = {
    "from_on": _person("So that what was true once is not taken for what is true now"),
    "until_on": _person("So that what was true once is not taken for what is true now"),
}

declare_fields(
    "people.Person",
    {
        "reference": plain("Random reference, to be read out"),
        "born_on": _person("To know a child, and to find an earlier record"),
        "born_precision": plain("How exactly the birth date is known"),
        "approximate_age": _person("To know a child where no birth date is known"),
        "age_noted_on": plain("When the age was noted"),
        "gender": _person("To speak of the person as they wish"),
        "language": _person("To speak with the person in their language"),
        "needs_interpreter": _person("To bring an interpreter"),
    },
)
declare_fields(
    "people.PersonName",
    {
        "person": KEY,
        "kind": plain("A name, an alias, a former name or one used online"),
        **{
            name: _person("To know whom it is about, and to find an earlier record")
            for name in ("full_name", "forenames", "surname")
        },
        "folded": _person("The name without case and accents, for the search only"),
        "folded_parts": _person("The parts of the name in order, for the search only"),
        "is_main": plain("Which name is shown"),
        "source": SOURCE,
    },
)
declare_fields(
    "people.Address",
    {
        "person": KEY,
        "kind": _person("To know a child in placement, and somebody without a home"),
        "lines": _person("To reach the person and the services of the place", risk="traced"),
        "postcode": _person("To reach the person and the services of the place", risk="traced"),
        **FROM_UNTIL,
        "source": SOURCE,
    },
)
declare_fields(
    "people.Affiliation",
    {
        "person": KEY,
        "institution": _person("To work with the safeguarding lead of the school"),
        "name": _person("To work with those who know the person"),
        "role": _person("A pupil is helped in another way than staff"),
        **FROM_UNTIL,
        "source": SOURCE,
    },
)
declare_fields(
    "people.Match",
    {
        "person": KEY,
        "candidate_id": personal(
            why="Which earlier record could be of the same person (a key)",
            basis="safeguarding",
            stage="receipt",
            keep=KEEP,
            risk="wrong-label",
            subject_access=False,  # it could tell of somebody else
        ),
        "reasons": _person("Why an earlier record is shown, in codes"),
        "found_at": WHEN,
        "answer": _person("Whether somebody was seen before, so that no earlier concern is missed", "triage"),
        "note": _person("How that is known", "triage"),
        "answered_by": _staff("Who answers for it"),
        "answered_at": WHEN,
    },
)
declare_fields(
    "people.PersonLink",
    {
        "person": KEY,
        "other": _person("Two records of one person (a key)", "triage"),
        "linked_by": _staff("Who answers for it"),
        "linked_at": WHEN,
        "undone_by": _staff("Who answers for it"),
        "undone_at": WHEN,
    },
)
declare_fields(
    "people.EqualityAnswers",
    {
        "person_key": _equality("whose answers these are, until they are unlinked"),
        "ethnicity": _equality("ethnic group"),
        "religion": _equality("religion"),
        "sex": _equality("sex"),
        "gender_identity": _equality("gender identity"),
        "sexual_orientation": _equality("sexual orientation"),
        "disability": _equality("disability"),
        "why_not_asked": _equality("why a question was not asked"),
        "source": plain("The person’s own words, or the referrer’s view"),
        "answered_at": WHEN,
    },
)

declare_fields(
    "people.OwnerQuestion",
    {
        "person": KEY,
        "match": KEY,
        "why": _person("Why somebody needs to know of an earlier record", "triage"),
        "asked_by": _staff("Who asked"),
        "asked_at": WHEN,
        "answer": _person("What may be known of an earlier record", "triage", risk="wrong-label"),
        "answered_by": _staff("Who answers for it"),
        "answered_at": WHEN,
    },
)

FOUND_BY = _person("What *Seen before?* compares, worked out of the names and gone with the person")
declare_table(
    "gate.person_keys",
    {
        "person_id": KEY,
        "authority_id": plain("In which authority the search may find the person"),
        "names": FOUND_BY,
        "born_on": _person("A copy for *Seen before?*, gone with the person"),
        "born_precision": plain("How exactly the birth date is known"),
        "postcodes": _person("A copy for *Seen before?*, gone with the person", risk="traced"),
        "places": _person("Schools and workplaces, for *Seen before?*, gone with the person"),
        "sounds": FOUND_BY,
        "keys": FOUND_BY,
    },
)
WORD = plain(
    "Which words are ways of writing one name: a list that is the same everywhere, of nobody in particular"
)
declare_table("gate.name_form", {"word": WORD, "family": WORD, "kind": WORD})

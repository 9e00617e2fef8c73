"""Version 1, about the person and who lives with them. Nationality, immigration status and faith are not asked:
they are no reason for concern and would be passed on for no purpose of safeguarding."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from waymark.foundation.kernel.text import fold

from .asking import Answers, Kind, Page, Question, Rows, When

KNOWN = (("yes", _("Yes")), ("no", _("No")), ("not_known", _("I do not know")))


def has_letters(values: Answers) -> list[tuple[str, Any]]:
    """A name that can be compared with others."""
    if fold(f"{values.get('forenames', '')} {values.get('surname', '')}"):
        return []
    return [("forenames", _("Enter a name with at least one letter or number"))]


def age_or_date(values: Answers) -> list[tuple[str, Any]]:
    """One of the two is needed, and both could disagree."""
    if not values.get("born") and values.get("age") is None:
        return [("born", _("Enter a date of birth, or about how old they are"))]
    if values.get("born") and values.get("age") is not None:
        return [("age", _("Enter a date of birth or an age, not both"))]
    return []


def where_they_live(values: Answers) -> list[tuple[str, Any]]:
    """An address needs its lines or a postcode, unless there is none."""
    if values.get("kind") != "no_fixed" and not values.get("lines") and not values.get("postcode"):
        return [("lines", _("Enter an address or a postcode, or choose “No fixed address”"))]
    return []


PERSON = (
    Page(
        "name",
        "person",
        _("What is the person’s name?"),
        (
            Question(
                "forenames",
                Kind.LINE,
                _("First names"),
                _("If you do not know a name, write what you know them by."),
                _("Enter the person’s first name, or what you know them by"),
                longest=99,
            ),
            Question("surname", Kind.LINE, _("Last name"), longest=99),
            Question(
                "others",
                Kind.WORDS,
                _("Other names"),
                _("Nicknames, earlier names, other spellings. One on each line."),
                longest=500,
            ),
        ),
        rule=has_letters,
    ),
    Page(
        "born",
        "person",
        _("How old is the person?"),
        (
            Question(
                "born",
                Kind.PART,
                _("Date of birth"),
                _("For example, 27 3 2011. If you only know the month or the year, enter that."),
                or_another=True,
            ),
            Question(
                "age",
                Kind.WHOLE,
                _("Or about how old they are"),
                _("In years"),
                short=_("About how old"),
                or_another=True,
            ),
        ),
        rule=age_or_date,
    ),
    Page(
        "gender",
        "person",
        _("What is the person’s gender?"),
        (
            Question(
                "gender",
                Kind.CHOICE,
                _("Gender"),
                required=_("Choose an answer"),
                choices=(
                    ("female", _("Female")),
                    ("male", _("Male")),
                    ("other", _("They describe themselves in another way")),
                    ("not_known", _("I do not know")),
                ),
            ),
        ),
    ),
    Page(
        "addresses",
        "person",
        _("Where does the person live?"),
        (
            Question(
                "kind",
                Kind.CHOICE,
                _("What kind of address is it?"),
                required=_("Choose what kind of address it is"),
                choices=(
                    ("home", _("Home")),
                    ("temporary", _("Temporary")),
                    ("placement", _("Placement, such as foster care")),
                    ("former", _("They used to live there")),
                    ("no_fixed", _("No fixed address")),
                ),
                short=_("Kind"),
            ),
            Question("lines", Kind.WORDS, _("Address"), longest=300, or_another=True),
            Question("postcode", Kind.LINE, _("Postcode"), longest=10, or_another=True),
        ),
        rows=Rows(
            _("address"), _("Do you know another address of the person?"), _("You have not added an address.")
        ),
        rule=where_they_live,
    ),
    Page(
        "contact",
        "person",
        _("How can the person be reached?"),
        (
            Question("phone", Kind.PHONE, _("Telephone number")),
            Question("email", Kind.EMAIL, _("Email address")),
            Question(
                "online",
                Kind.WORDS,
                _("Names they use online"),
                _("One on each line. We do not open links or look at accounts."),
                longest=500,
            ),
        ),
    ),
    Page(
        "learns",
        "person",
        _("Does the person go to a nursery, school, college or university?"),
        (
            Question(
                "learns",
                Kind.CHOICE,
                _("Goes to a nursery, school, college or university"),
                required=_("Choose yes, no or “I do not know”"),
                choices=KNOWN,
            ),
        ),
    ),
    Page(
        "school",
        "person",
        _("Which one do they go to?"),
        (
            Question(
                "name",
                Kind.SCHOOL,
                _("Name of the nursery, school, college or university"),
                _("Enter part of its name. You then choose it from a list, or keep what you wrote."),
                _("Enter the name, or part of it"),
                longest=200,
                short=_("Goes to"),
            ),
        ),
        when=When("learns", "learns", ("yes",)),
    ),
    Page(
        "work",
        "person",
        _("Does the person work?"),
        (
            Question(
                "work",
                Kind.LINE,
                _("Job and employer, now or before"),
                longest=200,
                short=_("Work"),
            ),
        ),
    ),
    Page(
        "language",
        "person",
        _("Which language does the person speak?"),
        (
            Question("language", Kind.LINE, _("Main language"), longest=60),
            Question(
                "interpreter",
                Kind.CHOICE,
                _("Do they need an interpreter?"),
                required=_("Choose yes, no or “I do not know”"),
                choices=KNOWN,
                short=_("Needs an interpreter"),
            ),
        ),
    ),
)

HOUSEHOLD = (
    Page(
        "household",
        "household",
        _("Who lives with the person?"),
        (
            Question(
                "name", Kind.LINE, _("Name"), required=_("Enter a name, or how you know of them"), longest=200
            ),
            Question(
                "relationship",
                Kind.LINE,
                _("Relationship to the person"),
                required=_("Enter how they are related to the person"),
                longest=100,
            ),
            Question("age", Kind.LINE, _("Age or date of birth"), longest=40),
            Question("notes", Kind.LINE, _("Services that work with them"), longest=300),
        ),
        guidance=(_("Add only people it matters to know about. You can leave this out."),),
        rows=Rows(
            _("person in the household"),
            _("Do you need to add somebody else?"),
            _("You have not added anybody."),
        ),
    ),
    Page(
        "children",
        "household",
        _("Does the person live with a child, or look after one?"),
        (
            Question(
                "children",
                Kind.CHOICE,
                _("Lives with a child or looks after one"),
                _("A child is anybody under 18, other than the person."),
                _("Choose yes, no or “I do not know”"),
                choices=KNOWN,
            ),
        ),
    ),
)

"""Version 1 of the referral form, under the headings of the national form. Do not change it once it was in use."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext_lazy as _

from .asking import Kind, Page, Question, Version, When
from .version_1_concern import CONCERN, NEEDS, SAFEGUARDING
from .version_1_person import HOUSEHOLD, PERSON

CONTACT = (
    Question("name", Kind.LINE, _("Name"), required=_("Enter a name"), longest=200, autocomplete="name"),
    Question("job", Kind.LINE, _("Job"), required=_("Enter a job"), longest=200),
    Question("organisation", Kind.LINE, _("Organisation"), longest=200),
    Question(
        "relationship",
        Kind.LINE,
        _("How do they know the person?"),
        required=_("Enter how they know the person"),
        longest=200,
        short=_("Knows the person as"),
    ),
    Question("email", Kind.EMAIL, _("Email address")),
    Question("phone", Kind.PHONE, _("Telephone number")),
)
SENDER = (
    Page(
        "referring",
        "sender",
        _("How can we reach you?"),
        (
            Question(
                "name",
                Kind.LINE,
                _("Your name"),
                required=_("Enter your name"),
                longest=200,
                autocomplete="name",
            ),
            Question("job", Kind.LINE, _("Your job"), required=_("Enter your job"), longest=200),
            Question(
                "organisation",
                Kind.LINE,
                _("Your organisation"),
                required=_("Enter your organisation"),
                longest=200,
                autocomplete="organization",
            ),
            Question(
                "relationship",
                Kind.LINE,
                _("How do you know the person?"),
                _("For example “I am their class teacher”."),
                _("Enter how you know the person"),
                longest=200,
            ),
            Question(
                "phone",
                Kind.PHONE,
                _("Telephone number"),
                required=_("Enter a telephone number"),
                autocomplete="tel",
            ),
        ),
        apart=True,
    ),
    Page(
        "raiser",
        "sender",
        _("Who first had the concern?"),
        (
            Question(
                "who",
                Kind.CHOICE,
                _("Who first had the concern"),
                required=_("Choose who first had the concern"),
                choices=(("me", _("I did")), ("other", _("Somebody else"))),
            ),
        ),
        apart=True,
    ),
    Page(
        "raiser_other",
        "sender",
        _("Who is the person who first had the concern?"),
        CONTACT,
        apart=True,
        when=When("raiser", "who", ("other",)),
    ),
    Page(
        "anonymity",
        "sender",
        _("Does the person who first had the concern want to stay anonymous?"),
        (
            Question(
                "wanted",
                Kind.YES_NO,
                _("Wants to stay anonymous"),
                _(
                    "Only the council’s triage team then sees who it is. A safeguarding lead who reads this before "
                    "it is sent still sees who wrote it. A court could still order the council to say."
                ),
                _("Choose yes or no"),
            ),
        ),
        apart=True,
    ),
    Page(
        "other",
        "other",
        _("Is there anything else we should know?"),
        (
            Question(
                "words",
                Kind.WORDS,
                _("Anything else"),
                _("For example other professionals who know the person."),
                longest=5000,
            ),
        ),
    ),
)
VERSION_1 = Version(
    number=1,
    in_use_from=date(2026, 11, 21),
    sections={
        "person": _("The person"),
        "household": _("The household"),
        "concern": _("The concern"),
        "needs": _("Needs and circumstances"),
        "safeguarding": _("Safeguarding"),
        "sender": _("You and whoever first had the concern"),
        "other": _("Other information"),
    },
    pages=(*PERSON, *HOUSEHOLD, *CONCERN, *NEEDS, *SAFEGUARDING, *SENDER),
)

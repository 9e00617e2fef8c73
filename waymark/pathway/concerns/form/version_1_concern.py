"""Version 1, about the concern, what else is going on, and safeguarding."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from .asking import Kind, Page, Question, Rows, When

CONCERN = (
    Page(
        "concern",
        "concern",
        _("What are you worried about?"),
        (
            Question(
                "words",
                Kind.WORDS,
                _("What did the person do or say?"),
                _("Write what was seen or heard, in the words that were used. One concern at a time."),
                _("Describe what the person did or said"),
                longest=5000,
                short=_("What they did or said"),
            ),
            Question(
                "happened_on",
                Kind.PART,
                _("When did it happen?"),
                _("For example, 27 3 2026. If you do not know the day, enter the month or the year."),
                _("Enter when it happened, even if you only know the month or the year"),
                short=_("When"),
            ),
            Question(
                "standing",
                Kind.CHOICE,
                _("How do you know?"),
                required=_("Choose how you know"),
                choices=(
                    ("fact", _("I saw or heard it myself")),
                    ("reported", _("Somebody told me")),
                    ("opinion", _("It is what I think, from other things I know")),
                ),
                short=_("How you know"),
            ),
            Question(
                "source",
                Kind.LINE,
                _("Who saw or heard it?"),
                _("Their job is enough, for example “class teacher”."),
                longest=200,
                short=_("Seen or heard by"),
            ),
        ),
        guidance=(
            _(
                "We need to know what happened. What a person believes, how they practise a faith, what they wear or "
                "a lawful protest is not a reason to refer."
            ),
        ),
        prompts=(
            _("How did it come to notice? Was there one event, or several things together?"),
            _("Have they made a threat, or said they wish to hurt anybody? Who, when, in which words?"),
            _("Are they in touch with people who worry you? How often?"),
            _("What do they do online or on their phone, and how do you know?"),
            _("Do they talk about travelling to a place of conflict?"),
            _(
                "Are they drawn to extreme violence, school shootings, mass killings or murders of public figures?"
            ),
        ),
        rows=Rows(
            _("concern"),
            _("Do you have another concern about the person?"),
            _("You have not added a concern."),
            1,
            _("Add at least one concern"),
        ),
    ),
    Page(
        "arose",
        "concern",
        _("When did anybody first become worried?"),
        (
            Question(
                "on",
                Kind.PART,
                _("First worried"),
                _("For example, 27 3 2026. The month or the year is enough."),
                _("Enter when anybody first became worried"),
            ),
        ),
    ),
)

NEEDS = (
    Page(
        "needs",
        "needs",
        _("Does the person have needs we should know about?"),
        (
            Question(
                "words",
                Kind.WORDS,
                _("What is the need, and what helps?"),
                _(
                    "For example autism, a learning need, anxiety, a disability: what the person finds hard, and what "
                    "to do for them."
                ),
                _("Describe the need and what helps"),
                longest=2000,
                short=_("Need, and what helps"),
            ),
            Question(
                "bearing",
                Kind.CHOICE,
                _("Does this explain the concern, add to it, or is it separate?"),
                required=_("Choose whether it explains the concern, adds to it or is separate"),
                choices=(
                    ("explains", _("It explains the concern")),
                    ("adds", _("It adds to the concern")),
                    ("separate", _("It is separate from the concern")),
                ),
                short=_("The need and the concern"),
            ),
            Question("why", Kind.WORDS, _("Say why"), required=_("Say why you think so"), longest=1000),
            Question(
                "source",
                Kind.LINE,
                _("How do you know of the need?"),
                _("For example “school plan” or “told by a parent”."),
                _("Enter how you know of the need"),
                longest=200,
            ),
        ),
        guidance=(
            _("Health, disability and neurodivergence are needs. They are never a concern by themselves."),
        ),
        rows=Rows(_("need"), _("Does the person have another need?"), _("You have not added a need.")),
    ),
    Page(
        "around",
        "needs",
        _("What else is going on in the person’s life?"),
        (
            Question("words", Kind.WORDS, _("What is difficult for them")),
            Question("helps", Kind.WORDS, _("What is going well, and who helps them")),
        ),
        prompts=(
            _("Have they been hurt, bullied or the victim of a crime?"),
            _("Have they lost work, money or a home?"),
            _("Is there trouble in the family or a relationship, or a court case?"),
            _("Do drugs, alcohol or harm to themselves play a part?"),
            _("Do they feel treated unfairly? By whom?"),
        ),
    ),
    Page(
        "ideas",
        "needs",
        _("Do you know of an ideology behind the concern?"),
        (
            Question(
                "ideas",
                Kind.CHOICE,
                _("Ideology"),
                _("A concern counts just as much without an ideology."),
                choices=(
                    ("none", _("There is none")),
                    ("unclear", _("It is unclear")),
                    ("mixed", _("It is a mix")),
                    ("violence", _("They are drawn to extreme violence itself")),
                    ("known", _("Yes, and I can describe it")),
                ),
            ),
            Question("words", Kind.WORDS, _("What you know of it"), longest=1000),
        ),
    ),
)


def _not_yet(code: str, title: object, short: object) -> Page:
    return Page(
        f"{code}_not_yet",
        "safeguarding",
        title,
        (
            Question(
                "because",
                Kind.WORDS,
                _("Why not yet?"),
                _("For example, it could put somebody at risk. The council decides again within 90 days."),
                _("Say why they have not been told yet"),
                longest=1000,
                short=short,
            ),
        ),
        when=When(code, "told", ("not_yet",)),
    )


def _told(code: str, title: object, short: tuple[object, object, object]) -> Page:
    return Page(
        f"{code}_told",
        "safeguarding",
        title,
        (
            Question(
                "on",
                Kind.DAY,
                _("When were they told?"),
                required=_("Enter the day they were told"),
                short=short[0],
            ),
            Question(
                "by",
                Kind.LINE,
                _("Who told them?"),
                _("Their job is enough."),
                _("Enter who told them"),
                longest=200,
                short=short[1],
            ),
            Question("response", Kind.WORDS, _("What did they say?"), longest=2000, short=short[2]),
        ),
        when=When(code, "told", ("told",)),
    )


TOLD = (("told", _("Yes")), ("not_yet", _("Not yet")))
SAFEGUARDING = (
    Page(
        "lead",
        "safeguarding",
        _("Have you talked to your safeguarding lead?"),
        (
            Question(
                "talked",
                Kind.CHOICE,
                _("Talked to a safeguarding lead"),
                required=_("Choose whether you have talked to your safeguarding lead"),
                choices=(
                    ("yes", _("Yes")),
                    ("no", _("No")),
                    ("self", _("I am the safeguarding lead")),
                    ("none", _("We have no safeguarding lead")),
                ),
            ),
            Question(
                "result", Kind.WORDS, _("What came of it?"), longest=1000, short=_("What the lead said")
            ),
        ),
    ),
    Page(
        "agencies",
        "safeguarding",
        _("Have you talked to other services?"),
        (
            Question("name", Kind.LINE, _("Which service?"), required=_("Enter the service"), longest=200),
            Question("contact", Kind.LINE, _("Whom did you talk to?"), longest=200),
            Question(
                "result", Kind.WORDS, _("What came of it?"), required=_("Say what came of it"), longest=1000
            ),
        ),
        guidance=(_("For example social care, a doctor or the police. You can leave this out."),),
        rows=Rows(_("service"), _("Have you talked to another service?"), _("You have not added a service.")),
    ),
    Page(
        "action",
        "safeguarding",
        _("What has been done so far?"),
        (Question("action", Kind.WORDS, _("Done so far, and what came of it"), longest=2000),),
    ),
    Page(
        "person",
        "safeguarding",
        _("Has the person been told about this referral?"),
        (
            Question(
                "told",
                Kind.CHOICE,
                _("The person has been told"),
                _(
                    "Tell the person unless it would put somebody at risk. You do not need their consent to refer."
                ),
                _("Choose whether the person has been told"),
                choices=TOLD,
            ),
        ),
    ),
    _told(
        "person",
        _("How was the person told?"),
        (_("The person was told on"), _("Who told the person"), _("What the person said")),
    ),
    _not_yet("person", _("Why has the person not been told yet?"), _("Why the person is not told yet")),
    Page(
        "parent",
        "safeguarding",
        _("Has a parent or guardian been told?"),
        (
            Question(
                "told",
                Kind.CHOICE,
                _("A parent or guardian has been told"),
                required=_("Choose whether a parent or guardian has been told"),
                choices=(*TOLD, ("adult", _("The person is 18 or older"))),
            ),
        ),
    ),
    _told(
        "parent",
        _("How was the parent or guardian told?"),
        (_("A parent was told on"), _("Who told a parent"), _("What the parent said")),
    ),
    _not_yet(
        "parent", _("Why has the parent or guardian not been told yet?"), _("Why no parent is told yet")
    ),
)

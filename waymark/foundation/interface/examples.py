"""What the gallery shows: every component, field and chart once, with made-up content that names nobody."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from . import charts, fields, filters, forms
from .tables import Column, Table
from .task_list import Progress, Task, task_list
from .timeline import Event, timeline

COLOURS = [("blue", "Blue"), ("green", "Green"), ("none", "None of these")]


class Everything(forms.Form):
    """One of each field."""

    name = fields.Line(
        label="Full name", hint="As it stands on letters", required="Enter the person’s name", max_length=40
    )
    words = fields.Words(
        label="What was seen or heard?", required="Say what was seen or heard", max_length=200, rows=4
    )
    choice = fields.Choice(
        label="Which colour?",
        choices=COLOURS,
        hints={"blue": "Like the sea"},
        required="Choose a colour",
        divided=True,
    )
    choices = fields.Choices(
        label="Which colours?", choices=COLOURS, alone="none", required="Choose at least one colour"
    )
    pick = fields.Pick(
        label="Which ward?", choices=[(str(n), f"Ward {n}") for n in range(1, 31)], required="Choose the ward"
    )
    day = fields.Day(
        label="When was it?", hint="For example, 27 3 2026", future=False, required="Enter when it was"
    )
    about = fields.Day(
        label="When were they born?",
        hint="If you do not know the day, leave it out",
        precision="year",
        required=False,
    )
    email = fields.Email(label="Email address")
    telephone = fields.Telephone(label="Telephone number", required=False)
    number = fields.Whole(label="How many people came?", most=500, required="Enter how many people came")
    agreed = fields.YesNo(label="Do they know about this?", required="Say whether they know about this")
    reference = fields.Hidden()


class Question(forms.Form):
    """A question page: the label is the heading."""

    when = fields.Day(
        label="When did this happen?",
        hint="For example, 27 3 2026. If it went on for some time, enter when it began.",
        required="Enter when this happened",
        future=False,
        heading=True,
    )


WRONG = {
    "name": "A name that goes on for longer than forty characters",
    "words": "",
    "choice": "red",
    "choices": ["blue", "none"],
    "day-day": "31",
    "day-month": "2",
    "day-year": "2026",
    "about-day": "4",
    "about-year": "1990",
    "email": "not an address",
    "telephone": "12",
    "number": "seven",
}


def wrong() -> Everything:
    """The form with an error at nearly every field, and what was typed still there."""
    return Everything(WRONG)


def table(caption: str = "Work that waits") -> Table:
    rows = [
        {"reference": "K7M2-QX", "what": "Answer a request", "due": "24 November 2026", "hours": 3},
        {"reference": "P4D9-TC", "what": "Read a new referral", "due": "25 November 2026", "hours": 12},
    ]
    columns = [
        Column("Reference", "reference"),
        Column("What to do", "what"),
        Column("Due", "due"),
        Column("Hours left", "hours", number=True),
    ]
    return Table(caption, columns, rows, empty="Nothing waits for you.")


def happened() -> list[dict[str, Any]]:
    return timeline(
        [
            Event("Draft begun", datetime(2026, 6, 13, 9, 0, tzinfo=UTC), "the referrer"),
            Event(
                "Sent",
                datetime(2026, 6, 14, 14, 5, tzinfo=UTC),
                "the referrer",
                "With two concerns.",
                "#",
                "Read it",
            ),
        ]
    )


def tasks() -> dict[str, Any]:
    return task_list(
        [
            Task("About the person", "#", Progress.DONE),
            Task("What was seen or heard", "#", Progress.BEGUN, "Two of three questions answered"),
            Task("About you", "#"),
            Task("Check and send", "#", Progress.NOT_YET),
        ]
    )


IDENTITY = {
    "caption": "Referral K7M2-QX",
    "status": {"text": "In triage"},
    "rows": [
        {"key": "Received", "value": "14 June 2026"},
        {"key": "Lead professional", "value": "Not yet named"},
        {"key": "Due", "value": "19 June 2026"},
    ],
    "actions": [{"text": "Add information", "href": "#"}, {"text": "Print", "href": "#"}],
}
SIDE = [
    {"text": "Overview", "href": "#", "current": True},
    {"text": "Concerns", "href": "#concerns"},
    {"text": "Requests for information", "href": "#requests"},
]
SECTIONS = [
    {
        "title": "About the concern",
        "rows": [
            {
                "key": {"text": "What was seen or heard"},
                "value": {"text": "They said little in class.\nThey used to say more."},
                "actions": {
                    "items": [{"href": "#", "text": "Change", "visuallyHiddenText": "what was seen or heard"}]
                },
            },
            {
                "key": {"text": "When"},
                "value": {"text": "27 March 2026"},
                "actions": {
                    "items": [{"href": "#", "text": "Change", "visuallyHiddenText": "when it happened"}]
                },
            },
        ],
    }
]
NEXT = [
    "We read what you sent, within 5 working days.",
    "If we need to know more, we write to you. The message names nobody.",
    {"title": "Tell us at once", "text": "if something new worries you before then."},
]
SHOWN = (
    filters.Many("state", "State", [("new", "New"), ("open", "Open"), ("closed", "Closed")]),
    filters.One("kind", "Kind", [("enquiry", "Enquiry"), ("referral", "Referral")]),
)


def drawn() -> list[charts.Chart]:
    months = ["January", "February", "March", "April", "May", "June"]
    came, more = (
        charts.Series("Enquiries", [12, 15, 9, None, 21, 18]),
        charts.Series("Visits", [4, 6, 8, 7, 12, 1204]),
    )
    parts = [
        charts.Series("Accepted", [12, 3]),
        charts.Series("Not accepted", [5, 9]),
        charts.Series("Waiting", [1, 0]),
    ]
    return [
        charts.bars(
            "Enquiries by month", months[:3], [charts.Series("Enquiries", [12, 15, 9])], about="Month"
        ),
        charts.bars("Enquiries and visits by month", months, [came, more], about="Month"),
        charts.stacked("Answers by area", ["North of the river", "South of the river"], parts, about="Area"),
        charts.line("Enquiries over six months", months, [came], about="Month"),
        charts.line(
            "Parts over six months",
            months,
            [came, charts.Series("Others", [3, 8, 10, 12, 9, 2])],
            about="Month",
        ),
        charts.dots(
            "Hours by area",
            ["North", "South"],
            [charts.Series("2025", [2.5, 4]), charts.Series("2026", [3.5, 3])],
            about="Area",
        ),
    ]

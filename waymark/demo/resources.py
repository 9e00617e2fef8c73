"""The resource library of Westmarch and what it awaits. Links lead to sites that really are there or to none
(`.example`); nobody exists."""

from __future__ import annotations

from datetime import timedelta

from waymark.delivery.library import worklist
from waymark.delivery.library.actions import awaiting, resources, teaching
from waymark.delivery.library.actions.awaiting import Hoped
from waymark.delivery.library.actions.resources import Said
from waymark.delivery.library.models import Resource
from waymark.delivery.training.models import Course
from waymark.foundation.kernel import clock
from waymark.foundation.vault.actions import adding

from .telling import Teller

LAST = "Slides for governors"
GOV = "https://www.gov.uk/"
OURS, COUNCIL = "https://www.westmarch.example/prevent/", "Westmarch Council"
# Title, what it is about, kind, who uses it, phase, language, nation, publisher, link, shared with.
HELD = (
    ("Prevent duty guidance", "What the law asks of schools, councils, health and police.", "guidance", "leaders",
     "all", "both", "", "Home Office", f"{GOV}government/publications/prevent-duty-guidance", "public"),
    ("Prevent training on GOV.UK", "Four short courses that anybody can take alone.", "course", "staff", "all", "both",
     "", "Home Office", "https://www.support-people-vulnerable-to-radicalisation.service.gov.uk/", "public"),
    ("Keeping children safe in education", "Chapters on online safety and on Prevent.", "guidance", "leaders", "all",
     "en", "england", "Department for Education", f"{GOV}government/publications/keeping-children-safe-in-education--2",
     "public"),
    ("How to report a concern", "Whom to tell, and what happens then.", "page", "all", "all", "both", "", COUNCIL,
     f"{OURS}report", "public"),
    ("What parents ask us", "Answers in plain words, and where to get help.", "page", "parents", "all", "both", "",
     COUNCIL, f"{OURS}parents", "public"),
    ("Assembly on fake news", "Twenty minutes, with pictures and a quiz.", "lesson", "pupils", "secondary", "en", "",
     COUNCIL, f"{OURS}assembly", "public"),
    ("Poster for the staff room", "Notice, check, share: one page.", "leaflet", "staff", "all", "both", "", COUNCIL,
     f"{OURS}poster", "public"),
    ("Film: six weeks in a group chat", "Eight minutes, to stop and talk about.", "film", "staff", "secondary",
     "en", "", "Canalside Youth Centre", "https://www.canalside.example/film", "public"),
    ("Lesson plans on critical thinking", "Six lessons on claims, evidence and changing one’s mind.", "lesson", "staff",
     "secondary", "en", "", COUNCIL, "", "partners"),
    ("Circle time: when people disagree", "A plan for half an hour.", "lesson", "staff", "primary", "both", "", COUNCIL,
     "", "partners"),
    ("Theatre project for Year 9", "A company comes for a day; what it costs and how to book it.", "offer", "leaders",
     "secondary", "en", "", "Westmarch Invented Theatre", "https://www.theatre.example/schools", "partners"),
    (LAST, "As they are taught here.", "other", "leaders", "all", "en", "", COUNCIL, "", "partners"),
)  # fmt: skip
# Added as documents to those lessons.
LESSONS = {
    "Lesson plans on critical thinking": "Lesson 1. Two headlines, one picture: which do you believe, and why?",
    "Circle time: when people disagree": "Sit in a circle. Who likes rain? Who does not? Say what is alike.",
}
# Which courses are taught with which of them.
TAUGHT = {
    "Prevent for secondary schools": ("Prevent duty guidance", "Film: six weeks in a group chat", LAST),
    "Prevent for primary schools": ("Prevent duty guidance", "Circle time: when people disagree"),
    "Prevent for council staff": ("Prevent training on GOV.UK", "How to report a concern"),
}
# What, from whom, expected so many days from now, notes.
AWAITED = (
    ("New materials on online influence", "Home Office", 45, "Announced at the regional meeting."),
    (
        "Welsh edition of slides for governors",
        "Regional education service",
        -6,
        "Promised for the start of term.",
    ),
    ("Slides for early years", "Department for Education", -30, ""),
)


def tell(teller: Teller) -> None:
    """Added in the last year; some looked at again, one replaced; of what was awaited one has come."""
    made = [_added(teller, 150 - 6 * place, given) for place, given in enumerate(HELD)]
    for resource in made[:6]:
        with teller.acting("officer", 20) as by:
            resources.review(
                by=by, resource=resource, version=resource.version, link_works=True,
                next_on=clock.today() + timedelta(days=180),
            )  # fmt: skip
    by_title = {one.title: one for one in made}
    for name, titles in TAUGHT.items():
        with teller.acting("officer", 18) as by:
            version = Course.objects.get(name=name).versions.all()[0]
            teaching.teach_with(by=by, taught=version, resources=[by_title[title].pk for title in titles])
    with teller.acting("officer", 15) as by:
        last: Resource = made[-1]
        because = "The slides are part of the course now."
        resources.take_out(by=by, resource=last, version=last.version, because=because)
    _awaited(teller)
    worklist.ask_in(teller.places.authority.pk, teller.now)


def _added(teller: Teller, days: int, given: tuple[str, ...]) -> Resource:
    title, about, kind, for_whom, phase, language, nation, publisher, link, sharing = given
    with teller.acting("officer", days) as by:
        said = Said(
            title,
            kind,
            for_whom,
            phase,
            language,
            publisher,
            sharing,
            teller.users["officer"].pk,
            about,
            nation,
            link,
        )
        on = clock.today() + timedelta(days=150)
        made = resources.add(by=by, authority_id=teller.places.authority.pk, said=said, review_on=on)
        if title in LESSONS:
            adding.add_document(by=by, record=made, name="Lesson plan.txt", content=LESSONS[title].encode())
        return made


def _awaited(teller: Teller) -> None:
    today = clock.uk_date(teller.now)
    for what, from_whom, days, notes in AWAITED:
        with teller.acting("officer", 50) as by:
            hoped = Hoped(what, from_whom, today + timedelta(days=days), teller.users["officer"].pk, notes)
            held = awaiting.note(by=by, authority_id=teller.places.authority.pk, hoped=hoped)
    with teller.acting("officer", 8) as by:
        said = Said(
            held.what, "lesson", "staff", "early", "en", held.from_whom, "partners", held.owner_id,
            link="https://www.early-years.example/slides",
        )  # fmt: skip
        on = clock.today() + timedelta(days=200)
        awaiting.arrive(by=by, awaited=held, version=held.version, said=said, review_on=on)

"""Who came, from a list: of one session, of any courses and days, or as an e-learning service gives it."""

from __future__ import annotations

import hmac
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache, partial
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator
from django.http import Http404
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.decisions import Decision
from waymark.foundation.access.loading import load
from waymark.foundation.directory.placing import PLACE_FIELDS, Placing
from waymark.foundation.importing import kinds
from waymark.foundation.importing.kinds import Checked, Fault, Field, Importable
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.text import fold

from . import policies
from .actions.importing import Row, saved_before, take_rows
from .models import Attendance, Came, CourseVersion, Session, Source, StaffRole

OF_SESSION, ANY, LEARNING = "session-attendances", "attendances", "e-learning"
MOST = 5_000
EMAIL = EmailValidator()
SAYS: dict[str, str] = {
    **dict.fromkeys(("yes", "y", "1", "true", "came", "attended", "present", "x"), Came.CAME.value),
    **dict.fromkeys(("completed", "complete", "passed", "pass", "finished"), Came.CAME.value),
    **dict.fromkeys(("partly", "part", "left early", "arrived late"), Came.PARTLY.value),
    **dict.fromkeys(
        ("no", "n", "0", "false", "absent", "no show", "did not come", "dna"), Came.NO_SHOW.value
    ),
}
NOT_YET = frozenset(
    {"in progress", "incomplete", "not started", "not completed", "enrolled", "failed", "fail"}
)

PEOPLE = (
    Field("name", gettext_lazy("Name"), ("full name", "learner", "learner name", "delegate", "attendee", "person")),
    Field("email", gettext_lazy("Email"), ("email address", "e-mail", "work email", "username")),
    *PLACE_FIELDS,
    Field("role", gettext_lazy("Staff role"), ("role", "job", "job title", "position")),
    Field("came", gettext_lazy("Whether they came"), ("attended", "attendance", "came", "status", "present"),
          every=gettext_lazy("Did everyone in this list come, or complete it?")),
)  # fmt: skip
NUMBER = Field(
    "number",
    gettext_lazy("How many came, if nobody is named"),
    ("number", "headcount", "how many", "count", "staff"),
)
COURSE = (
    Field("course", gettext_lazy("Course"), ("course name", "course title", "training", "module"), required=True),
    Field("held_on", gettext_lazy("Day"), ("date", "date of training", "completed on", "completion date",
          "date completed", "held on"), required=True),
)  # fmt: skip


@dataclass
class Known:
    """`versions`: of each course by its folded name, the first days of its versions and their keys, in order."""

    source: str
    today: date
    places: Placing
    session: Session | None = None
    roles: dict[str, UUID] = field(default_factory=dict)
    versions: dict[str, list[tuple[list[date], list[UUID]]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    marked: set[str] = field(default_factory=set)


def begin(actor: Actor, authority: int, about: str, *, source: str) -> Known:
    """Seven queries at most."""
    session = session_of(actor, about) if about else None
    known = Known(source, clock.today(), Placing.of(authority, closed=True), session)
    roles = StaffRole.objects.visible_to(actor).filter(authority_id=authority)
    known.roles = {fold(name): key for key, name in roles.values_list("pk", "name")}
    by_course: dict[tuple[UUID, str, str], list[tuple[date, UUID]]] = defaultdict(list)
    versions = CourseVersion.objects.visible_to(actor).filter(authority_id=authority).order_by("number")
    for row in versions.values_list("course_id", "course__name", "course__audience__name", "from_on", "pk"):
        by_course[row[:3]].append((row[3], row[4]))
    for (_key, name, audience), dated in by_course.items():
        days = ([on for on, _version in dated], [version for _on, version in dated])
        known.versions[fold(name)].append(days)
        known.versions[fold(f"{name} {audience}")].append(days)
    if session is not None:
        known.marked = _marked(actor, session)
    return known


def session_of(actor: Actor, reference: str) -> Session:
    """Http404 when there is none that the actor sees."""
    return load(Session.objects.all(), actor, reference=reference)


def check(known: Known, cells: Mapping[str, str]) -> Checked:
    name, email, number = _who(known, cells)
    place = _place(known, cells)
    taught, on = _taught(known, cells)
    row = Row(
        name=name, email=email, number=number or 1, came=_came(known, cells),
        role_id=_role(known, cells),
        institution_id=place[1] if place[0] == "institution_id" else None,
        organisation_id=place[1] if place[0] == "organisation_id" else None,
        taught_id=taught, held_on=on, source=known.source,
    )  # fmt: skip
    session = known.session.pk if known.session else ""
    person = _person(name, email, place) or f"{place}|{row.role_id}|{row.number}|{row.came}"
    key = _mark(f"{session}|{taught}|{on}|{person}")
    return Checked(key, row, _person(name, email, place) in known.marked)


def take(
    *, by: Actor, at: datetime, authority_id: int, about: str, known: Known, rows: Sequence[Checked]
) -> int:  # fmt: skip
    found = [(str(one.key), one.values) for one in rows]
    return take_rows(by=by, at=at, authority_id=authority_id, session=known.session, rows=found)[1]


def already(_actor: Actor, authority_id: int, _about: str, keys: Sequence[Any]) -> set[Any]:
    return saved_before(authority_id, keys)


def may_any(actor: Actor, authority_id: int, _about: str) -> Decision:
    return policies.plans(actor, authority_id)


def may_session(actor: Actor, authority_id: int, about: str) -> Decision:
    """Of the authority whose session it is."""
    try:
        session = session_of(actor, about)
    except Http404:
        return policies.refuse(policies.NO_RIGHT)
    here = session.authority_id == authority_id
    return policies.take_attendance(actor, session) if here else policies.refuse(policies.NO_RIGHT)


def declare() -> None:
    """For AppConfig.ready."""
    training = reverse_of("training:sessions")
    kinds.declare(_kind(OF_SESSION, gettext_lazy("Add who came from a list"), (*PEOPLE, NUMBER), may_session,
                        Source.IMPORTED, lambda about: reverse("training:session", args=[about])))  # fmt: skip
    kinds.declare(_kind(ANY, gettext_lazy("Add training from a list"), (*COURSE, *PEOPLE, NUMBER), may_any,
                        Source.IMPORTED, training))  # fmt: skip
    kinds.declare(_kind(LEARNING, gettext_lazy("Add e-learning from a list"), (*COURSE, *PEOPLE), may_any,
                        Source.LEARNING, training))  # fmt: skip


def reverse_of(name: str) -> Any:
    return lambda _about: reverse(name)


def _kind(code: str, title: Any, fields: Any, may: Any, source: Source, page: Any) -> Importable:
    lead = gettext_lazy(
        "Each row is a person, or a number of people where nobody is named. The same list twice counts once."
    )
    begins = partial(begin, source=source.value)
    looks = WHO if code == OF_SESSION else (*WHO, *WHAT)
    return Importable(code, title, lead, fields, may, begins, check, take, page, "training", already, looks)


def _marked(actor: Actor, session: Session) -> set[str]:
    """Who is marked at the session already, by whatever way."""
    rows = Attendance.objects.visible_to(actor).filter(session=session, trainee__isnull=False)
    found = set()
    for name, email, institution, organisation in rows.values_list(
        "trainee__name", "trainee__email", "trainee__institution_id", "trainee__organisation_id"
    ):
        place = ("institution_id", institution) if institution else ("organisation_id", organisation)
        found.add(_person(name, email, place))
    return found


def _person(name: str, email: str, place: tuple[str, Any]) -> str:
    return email.casefold() or (f"{fold(name)}|{place}" if name else "")


def _mark(said: str) -> str:
    """By this a row is known again. Nobody can try out from it who it was: it needs the key of the service."""
    return hmac.new(_key(), said.encode(), sha256).hexdigest()[:40]


@lru_cache(maxsize=1)
def _key() -> bytes:
    return salted_hmac("training.importing", "", algorithm="sha256").digest()


def _who(known: Known, cells: Mapping[str, str]) -> tuple[str, str, int | None]:
    """Name, email address and how many: somebody, or a number of people."""
    name, email, number = _name(known, cells), _email(known, cells), _number(known, cells)
    if not name and not email and not number:
        raise Fault(_("Neither a name nor how many"), "name")
    if email and not name:
        raise Fault(_("Nothing is entered"), "name")
    return name, email, number


def _name(_known: Known, cells: Mapping[str, str]) -> str:
    return kinds.line(cells, "name")


def _number(known: Known, cells: Mapping[str, str]) -> int | None:
    number = kinds.whole(cells, "number", MOST)
    if number not in (None, 1) and _name(known, cells):
        raise Fault(_("A named person counts as one"), "number")
    return number


def _place(known: Known, cells: Mapping[str, str]) -> tuple[str, Any]:
    return known.places.find(cells)


def _email(_known: Known, cells: Mapping[str, str]) -> str:
    email = kinds.line(cells, "email", 254)
    if email:
        try:
            EMAIL(email)
        except ValidationError as problem:
            raise Fault(_("“%(text)s” is not an email address") % {"text": email[:60]}, "email") from problem
    return email


def _came(known: Known, cells: Mapping[str, str]) -> str:
    """A number is of those who came, where nothing else stands beside it. Of a person, nothing is not a yes."""
    said = kinds.folded(kinds.line(cells, "came"))
    if not said and not _name(known, cells) and _number(known, cells):
        return Came.CAME.value
    if said in NOT_YET:
        raise Fault(_("Not completed"), "came")
    if said not in SAYS:
        raise Fault(_("Write yes, no or partly"), "came")
    return SAYS[said]


def _role(known: Known, cells: Mapping[str, str]) -> UUID | None:
    said = kinds.line(cells, "role")
    if said and kinds.folded(said) not in known.roles:
        raise Fault(_("This role is not in your list of staff roles"), "role")
    return known.roles.get(kinds.folded(said))


def _taught(known: Known, cells: Mapping[str, str]) -> tuple[UUID, date]:
    """Which version of the course, and on which day."""
    if known.session is not None:
        return known.session.taught_id, known.session.on
    (days, versions), on = _course(known, cells), _held_on(known, cells)
    place = bisect_right(days, on)
    if not place:
        raise Fault(_("The course was not taught yet on this day"), "held_on")
    return versions[place - 1], on


def _course(known: Known, cells: Mapping[str, str]) -> tuple[list[date], list[UUID]]:
    found = known.versions.get(kinds.folded(kinds.line(cells, "course")), [])
    if not found:
        raise Fault(_("No course has this name"), "course")
    if len(found) > 1:
        raise Fault(_("More than one course has this name. Write for whom it is after it"), "course")
    return found[0]


def _held_on(known: Known, cells: Mapping[str, str]) -> date:
    on = kinds.day(cells, "held_on")
    if on is None or on > known.today:
        raise Fault(_("The day must be in the past"), "held_on")
    return on


WHO = (_name, _email, _number, _who, _place, _came, _role)
WHAT = (_course, _held_on, _taught)

"""The year of training that a council told its scrutiny committee, from single sessions: 51 institutions, over 1,500 of
their staff, 449 of the council, its contractors and its partners. Versions for early years, primary and secondary
schools, which changed when the law or the feedback did. Of the year before there is less. Nobody exists."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from random import Random

from waymark.delivery.training.actions import attending, catalogue, sessions
from waymark.delivery.training.actions.attending import Others
from waymark.delivery.training.actions.sessions import How
from waymark.delivery.training.importing import OF_SESSION
from waymark.delivery.training.models import Course, CourseVersion, Session, StaffRole
from waymark.foundation.access.actors import Actor
from waymark.foundation.importing import kinds
from waymark.foundation.importing.checking import check, set_apart
from waymark.foundation.kernel import clock
from waymark.foundation.meetings.actions.planning import When
from waymark.foundation.places.models import Institution, Organisation

from .national import names
from .telling import Teller

# Working days ago: the first and the last session of the year. Then of the year before, which was smaller: one in so
# many of the same places, and of those who came such a part. Nobody of that year is known by name.
FIRST, LAST = 245, 14
BEGAN, ENDED, ONE_IN, LESS = 495, 275, 3, 0.75
EARLY, PRIMARY, SECONDARY = (
    "Prevent for early years",
    "Prevent for primary schools",
    "Prevent for secondary schools",
)
COLLEGES, COUNCIL = "Prevent for colleges and universities", "Prevent for council staff"
# By phase: the course, and how many come at least, and at most.
TAUGHT = {
    "Nursery": (EARLY, 12, 18),
    "": (EARLY, 8, 12),
    "Primary": (PRIMARY, 22, 36),
    "Secondary": (SECONDARY, 46, 64),
    "Not applicable": (SECONDARY, 24, 32),
    "16 plus": (COLLEGES, 56, 70),
}
# Those that nobody has reached yet; three more had their session told by `training`.
NEVER = ("900009", "900016", "900022", "900033", "900041", "900049")
BEFORE = ("900001", "900002", "900003")
# One in so many gave the names of who came; of the others it is known how many.
BY_NAME = 4
# Organisation, and how many came: with the 28 at County Hall they are 449.
OF_THE_COUNCIL = (
    ("Westmarch Council", 34), ("Westmarch Children’s Social Care", 36), ("Westmarch Adults’ Social Care", 33),
    ("Westmarch Homes", 31), ("Westmarch Council: Housing and Communities", 29), ("Westmarch Council: Early Years", 24),
    ("Brightpath Invented Security", 22), ("Canalside Youth Centre", 12), ("Westmarch Youth Together", 14),
    ("Westmarch Community NHS Trust", 38), ("Westmarch Council", 40), ("Westmarch Children’s Social Care", 38),
    ("Westmarch Homes", 33), ("Westmarch Adults’ Social Care", 37),
)  # fmt: skip
# Course, working days ago, reason, and why.
CHANGED = (
    (EARLY, 190, "law", "The duty of early years providers was put into new words."),
    (SECONDARY, 170, "law", "The guidance on the duty was issued anew."),
    (PRIMARY, 130, "feedback", "Teachers asked for stories that younger children meet."),
    (COUNCIL, 100, "law", "The guidance on the duty was issued anew."),
)
ROLES = ("Teacher", "Teacher", "Support staff", "Teacher", "Designated safeguarding lead")


@dataclass(frozen=True)
class Sitting:
    """A session on its way: what is taught to how many, where."""

    course: str
    number: int
    institution: Institution | None = None
    organisation: Organisation | None = None


def tell(teller: Teller) -> None:
    """After the lists of training have begun, and before the newest version."""
    for name, days, reason, because in CHANGED:
        with teller.acting("officer", days + 15) as by:
            course = Course.objects.get(name=name)
            catalogue.add_version(
                by=by, course=course, reason=reason, minutes=75, from_on=clock.uk_date(teller.ago(days)),
                because=because, aims=course.versions.all()[0].aims,
            )  # fmt: skip
    for first, sittings in ((BEGAN, list(_year_before(teller))), (FIRST, list(_sittings(teller)))):
        with teller.acting("officer", first + 10) as by:
            planned = list(_planned(teller, by, sittings))
        with teller.acting("trainer", first - 1) as by:
            _taken(teller, by, planned, BY_NAME if first == FIRST else 0)


def _planned(
    teller: Teller, by: Actor, sittings: list[tuple[int, Sitting]]
) -> Iterator[tuple[Sitting, Session, int]]:
    """Each was planned two weeks before."""
    versions: dict[str, list[CourseVersion]] = {}
    for version in CourseVersion.objects.select_related("course").order_by("-number"):
        versions.setdefault(version.course.name, []).append(version)
    for days, sitting in sittings:
        on = clock.uk_date(teller.ago(days))
        taught = next(one for one in versions[sitting.course] if one.from_on <= on)
        how = How(
            capacity=80, trainers=[teller.users["trainer"].pk], institution=sitting.institution,
            organisation=sitting.organisation,
        )  # fmt: skip
        where = str(sitting.institution) if sitting.institution else "County Hall, room 1"
        with teller.back(days + 10):
            yield sitting, sessions.plan(by=by, taught=taught, when=_afternoon(on, where), how=how), days


def _taken(teller: Teller, by: Actor, planned: list[tuple[Sitting, Session, int]], by_name: int) -> None:
    """Who came, a working day later: one in `by_name` (if any) by name from a list, the others as a number."""
    dice = Random(51)  # noqa: S311
    roles = dict(StaffRole.objects.values_list("name", "pk"))
    for place, (sitting, session, days) in enumerate(planned):
        with teller.back(days - 1):
            if by_name and place % by_name == 0 and sitting.institution is not None:
                _from_list(by, session, sitting, dice)
                continue
            role = roles["Council staff" if sitting.institution is None else "Teacher"]
            others = Others(
                sitting.number,
                institution_id=sitting.institution.pk if sitting.institution else None,
                organisation_id=sitting.organisation.pk if sitting.organisation else None,
                role_id=role,
            )
            attending.take(by=by, session=session, version=session.version, others=[others])


def _from_list(by: Actor, session: Session, sitting: Sitting, dice: Random) -> None:
    """The sheet that was signed, typed in as a list."""
    name = sitting.institution.name if sitting.institution else ""
    called = dict.fromkeys(names.whole(dice) for _each in range(sitting.number * 2))
    rows = [
        [number, person, name, ROLES[number % len(ROLES)]]
        for number, person in enumerate(list(called)[: sitting.number], start=2)
    ]
    kind = kinds.find(OF_SESSION)
    known = kind.begin(by, session.authority_id, session.reference)
    matching: kinds.Matching = {"name": 0, "place": 1, "role": 2, "came": "yes"}
    result = set_apart(kind, by, session.authority_id, session.reference, check(kind, known, rows, matching))
    if result.faults:
        raise ValueError(result.faults[0])
    kind.take(
        by=by,
        at=clock.now(),
        authority_id=session.authority_id,
        about=session.reference,
        known=known,
        rows=result.good,
    )


def _sittings(teller: Teller) -> Iterator[tuple[int, Sitting]]:
    """All of them with their day, spread over the year. Schools have holidays in August; the council learns then."""
    schools, council = list(_of_institutions(teller)), list(_of_organisations(teller))
    many = len(schools) + len(council)
    for place in range(many):
        days = round(FIRST - place * (FIRST - LAST) / (many - 1))
        holiday = teller.ago(days).month == 8
        turn = council if council and (holiday or place % 5 == 4 or not schools) else schools
        yield days, turn.pop(0)


def _year_before(teller: Teller) -> Iterator[tuple[int, Sitting]]:
    """A few of the same places with fewer people, spread over that year."""
    few = list(_of_institutions(teller))[::ONE_IN]
    for place, one in enumerate(list(_of_organisations(teller))[::ONE_IN]):
        few.insert(4 * place + 3, one)
    for place, one in enumerate(few):
        days = round(BEGAN - place * (BEGAN - ENDED) / (len(few) - 1))
        yield days, replace(one, number=round(one.number * LESS))


def _of_institutions(teller: Teller) -> Iterator[Sitting]:
    found = Institution.objects.filter(
        authority=teller.places.authority, status=Institution.Status.OPEN
    ).exclude(urn__in=(*NEVER, *BEFORE))
    for place, one in enumerate(found.order_by("trust_name", "postcode", "urn")):
        course, least, most = TAUGHT[one.phase]
        yield Sitting(course, least + place * 5 % (most - least + 1), institution=one)


def _of_organisations(teller: Teller) -> Iterator[Sitting]:
    by_name = {one.name: one for one in Organisation.objects.filter(authority=teller.places.authority)}
    for name, number in OF_THE_COUNCIL:
        yield Sitting(COUNCIL, number, organisation=by_name[name])


def _afternoon(day: date, place: str) -> When:
    starts = datetime.combine(day, time(15, 30), clock.UK)
    return When(starts, starts + timedelta(minutes=75), place)

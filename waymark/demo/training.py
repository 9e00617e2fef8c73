"""A year of training in Westmarch, from single deeds: courses, sessions held and to come, a request. Nobody exists."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from waymark.delivery.training import mine, queries
from waymark.delivery.training.actions import (
    asking,
    attending,
    booking,
    catalogue,
    declaring,
    keeping,
    replacing,
    sessions,
    signing_in,
    waiting,
)
from waymark.delivery.training.actions.asking import Wish
from waymark.delivery.training.actions.attending import Others
from waymark.delivery.training.actions.booking import Named, Where
from waymark.delivery.training.actions.declaring import Paper
from waymark.delivery.training.actions.sessions import How
from waymark.delivery.training.models import Audience, Course, Session, StaffRole
from waymark.foundation import papers
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.working_days import add_working_days
from waymark.foundation.meetings.actions.planning import When
from waymark.foundation.places.models import Institution
from waymark.foundation.vault.actions.adding import add_document

from . import year
from .telling import Teller

# Working days ago, the course, the school (or none), and how many came.
HELD = (
    (200, "Prevent for primary schools", "900002", 34),
    (150, "Prevent for secondary schools", "900001", 61),
    (95, "Prevent for council staff", "", 28),
    (40, "Prevent for secondary schools", "900003", 45),
)
# At which of them there was a code in the room.
SIGNED_IN = 40


def tell(teller: Teller) -> None:
    """The lists, the year that was told in figures, some sessions more, a new version, the next sessions."""
    with teller.acting("officer", 520) as by:
        catalogue.begin(by=by, authority=teller.places.authority)
    year.tell(teller)
    for days, course, urn, came in HELD:
        _held(teller, days, course, urn, came)
    with teller.acting("officer", 60) as by:
        secondary = Course.objects.get(name="Prevent for secondary schools")
        catalogue.add_version(
            by=by, course=secondary, reason="feedback", minutes=75, from_on=clock.today(),
            because="Teachers asked for more examples and less about the law.", aims=secondary.versions.all()[0].aims,
        )  # fmt: skip
    with teller.acting("officer", 30) as by:
        waiting.set_rule(
            by=by, authority_id=teller.places.authority.pk, hours=72, from_on=clock.today(),
            because="Three days are enough to ask a head teacher for cover.",
        )  # fmt: skip
    _to_come(teller)
    _asked(teller)
    _declared(teller)


def _school(urn: str) -> Institution | None:
    return Institution.objects.filter(kind=Institution.Kind.SCHOOL, urn=urn).first()


def _held(teller: Teller, days: int, name: str, urn: str, came: int) -> None:
    """Planned two weeks before; taught by the trainer, who counts the people."""
    school, council = _school(urn), teller.places.organisations["council"]
    with teller.acting("officer", days + 10) as by:
        course = Course.objects.get(name=name)
        when = _afternoon(clock.uk_date(teller.ago(days)), str(school or "County Hall, room 1"))
        how = How(
            capacity=80, trainers=[teller.users["trainer"].pk], institution=school,
            organisation=None if school else council,
        )  # fmt: skip
        taught = queries.taught_on(course, clock.uk_date(when.starts_at))
        if taught is None:
            raise LookupError(name)
        held = sessions.plan(by=by, taught=taught, when=when, how=how)
    if days == SIGNED_IN:
        _signed_in(teller, held)
    with teller.acting("trainer", days - 1) as by:
        role = StaffRole.objects.get(name="Council staff" if school is None else "Teacher")
        place = {"institution_id": school.pk} if school else {"organisation_id": council.pk}
        attending.take(
            by=by, session=held, version=held.version, others=[Others(came, role_id=role.pk, **place)]
        )


def _signed_in(teller: Teller, session: Session) -> None:
    """Some of those in the room said by its code that they were there; the trainer confirmed it with the others."""
    at = session.starts_at + timedelta(minutes=5)
    with teller.working("training-room", at) as by:
        for _one in range(12):
            signing_in.sign_in(by=by, session=session, at=at)


def _to_come(teller: Teller) -> None:
    """One next week with named people, almost full; one later that was just opened."""
    for ahead, name, capacity in (
        (5, "Prevent for secondary schools", 4),
        (15, "Prevent for council staff", 30),
    ):
        with teller.acting("officer", 8) as by:
            day = add_working_days(clock.uk_date(teller.now), ahead)
            course = Course.objects.get(name=name)
            how = How(capacity=capacity, trainers=[teller.users["trainer"].pk], joining="Bring a pen.")
            planned = sessions.plan(
                by=by, taught=course.versions.all()[0], when=_afternoon(day, "County Hall, room 1"), how=how
            )
            if capacity >= 10:
                keeping.keep(by=by, session=planned, number=10, days_before=14, phase="Nursery")
        if capacity < 10:
            _booked(teller, planned)


def _booked(teller: Teller, session: Session) -> None:
    """Somebody cannot come, and a colleague has the place; two are given up, and the college is offered them."""
    with teller.acting("dsl", 6) as by:
        role = StaffRole.objects.get(name="Teacher")
        named = [
            Named("Rosamund Tillyard", "rosamund.tillyard@harrowmere.example", role.pk),
            Named("Edwin Marlocke", "edwin.marlocke@harrowmere.example", role.pk, "Step-free access"),
        ]
        school = _school("900001")
        _session, (booked, *_others) = booking.book(
            by=by, session=session, where=Where(school.pk if school else None), named=named
        )
    with teller.acting("nurse", 6) as by:
        nhs = Where(organisation_id=teller.places.organisations["nhs"].pk)
        _session, (given_up,) = booking.book(by=by, session=session, where=nhs, number=2)
    with teller.acting("college_dsl", 5) as by:
        college = Where(getattr(_school("900003"), "pk", None))
        booking.book(by=by, session=session, where=college, number=2)
    with teller.acting("dsl", 3) as by:
        instead = Named("Sunniva Oakenfell", "sunniva.oakenfell@harrowmere.example")
        replacing.replace(by=by, booking=booked, version=booked.version, instead=instead)
    with teller.acting("nurse", 1) as by:
        booking.cancel(by=by, booking=given_up, version=given_up.version)


def _declared(teller: Teller) -> None:
    """Two certificates from elsewhere, as a school declared them: one is confirmed, one waits with its paper."""
    for days, name, course in (
        (20, "Rosamund Tillyard", "GOV.UK awareness course"),
        (4, "Edwin Marlocke", "Keeping pupils safe online"),
    ):
        with teller.acting("dsl", days) as by:
            authority_id = teller.places.authority.pk
            where = mine.works_at(by, authority_id)
            email = f"{name.lower().replace(' ', '.')}@harrowmere.example"
            declared = declaring.declare(
                by=by, authority_id=authority_id, where=where or Where(),
                person=Named(name, email, StaffRole.objects.get(name="Teacher").pk),
                paper=Paper(course, "GOV.UK", clock.uk_date(teller.ago(days + 25))),
            )  # fmt: skip
        if days > 10:
            with teller.acting("officer", days - 2) as by:
                declaring.confirm(by=by, declared=declared, version=declared.version, counts_as=None)
        else:
            with teller.acting("dsl", days) as by:
                paper = papers.Paper(
                    title=course, blocks=[papers.Words(f"{name} came to this course.")], mark=""
                )
                add_document(by=by, record=declared, name="Certificate.pdf", content=papers.pdf(paper))


def _asked(teller: Teller) -> None:
    with teller.acting("nurse", 2) as by:
        wish = Wish(
            number=18, name="Imran Castleby", where=Where(organisation_id=teller.places.organisations["nhs"].pk),
            audience_id=Audience.objects.get(name="Community").pk, wished="A Tuesday after four",
            words="What to do when a patient says something that worries us.",
        )  # fmt: skip
        asking.ask(by=by, authority_id=teller.places.authority.pk, wish=wish)


def _afternoon(day: date, place: str) -> When:
    starts = datetime.combine(day, time(15, 30), clock.UK)
    return When(starts, starts + timedelta(minutes=90), place)

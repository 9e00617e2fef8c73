"""Training as the tests need it: courses, a session, people who book."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from tests.cast import Side
from waymark.delivery.training.actions import (
    asking,
    attending,
    booking,
    catalogue,
    certifying,
    councillors,
    counting,
    declaring,
    keeping,
    refreshing,
    replacing,
    sessions,
    waiting,
)
from waymark.delivery.training.actions.asking import Wish
from waymark.delivery.training.actions.attending import OfBooking, Others
from waymark.delivery.training.actions.booking import Named, Where
from waymark.delivery.training.actions.declaring import Paper
from waymark.delivery.training.actions.refreshing import Asked
from waymark.delivery.training.actions.sessions import How
from waymark.delivery.training.models import (
    Audience,
    Booking,
    Certificate,
    Councillor,
    Course,
    CourseVersion,
    Declared,
    Headcount,
    KeptPlaces,
    RefreshRule,
    Session,
    StaffRole,
    TrainingRequest,
    WaitingRule,
)
from waymark.foundation.kernel import clock
from waymark.foundation.meetings.actions.planning import When
from waymark.foundation.places.models import Institution

SOON = timedelta(days=20)


def when_of(starts: datetime, **given: Any) -> When:
    """Two hours in the town hall."""
    return When(starts, starts + timedelta(hours=2), **{"place": "Town hall, room 2"} | given)


def school(side: Side, number: str = "1", **given: Any) -> Institution:
    """One of its schools; numbers differ between the sides, as they do between authorities."""
    given = {"name": f"Invented School {number}", "phase": "Primary", "status": "open"} | given
    urn = f"{side.code[-2:]}91{number}"
    return Institution.objects.get_or_create(
        urn=urn, kind="school", defaults=given | {"authority": side.authority}
    )[0]


class Year:
    """The training of one side: its lists and courses, and what is planned with them."""

    def __init__(self, side: Side) -> None:
        self.side = side
        with side.acting("officer") as by:
            catalogue.begin(by=by, authority=side.authority)
            self.course = Course.objects.get(name="Prevent for primary schools", authority=side.authority)
            self.teacher = StaffRole.objects.get(name="Teacher", authority=side.authority)
            self.audience = Audience.objects.get(name="Primary schools", authority=side.authority)

    @property
    def version(self) -> CourseVersion:
        return self.course.versions.first()

    def planned(self, starts: datetime | None = None, **given: Any) -> Session:
        """In twenty days, for ten people, unless said otherwise."""
        place = given.pop("when", {})
        with self.side.acting("officer") as by:
            how = How(**{"capacity": 10, "trainers": [self.side.user("trainer").pk]} | given)
            when = when_of(starts or clock.now() + SOON, **place)
            return sessions.plan(by=by, taught=self.version, when=when, how=how)

    def booked(self, session: Session, who: str = "dsl", **given: Any) -> list[Booking]:
        """For two people by name, unless said otherwise."""
        two = [Named("Ada Inventedly", f"ada@{self.side.code.lower()}.example"), Named("Ben Inventedly")]
        given = {"where": Where(school(self.side).pk), "named": [] if given.get("number") else two} | given
        with self.side.acting(who) as by:
            return booking.book(by=by, session=Session.objects.get(pk=session.pk), **given)[1]

    def replaced(self, held: Booking, instead: str = "Dora Inventedly") -> Booking:
        """By a colleague, as whoever booked says."""
        with self.side.acting("dsl") as by:
            return replacing.replace(by=by, booking=held, version=held.version, instead=Named(instead))

    def asked(self, who: str = "dsl", **given: Any) -> TrainingRequest:
        """By the safeguarding lead of a school, for thirty people."""
        wish = Wish(**{"number": 30, "name": "Somebody Inventedly", "elsewhere": "An invented club"} | given)
        with self.side.acting(who) as by:
            return asking.ask(by=by, authority_id=self.side.authority.pk, wish=wish)

    def certified(self, session: Session) -> list[Certificate]:
        with self.side.acting("trainer") as by:
            return certifying.certify(by=by, session=session)[1]

    def ruled(self, months: int | None = 24, **given: Any) -> RefreshRule:
        """Teachers, since yesterday, any training, unless said otherwise."""
        from_on = given.pop("from_on", clock.today() - timedelta(days=1))
        asked = Asked(**{"role": self.teacher, "months": months} | given)
        with self.side.acting("officer") as by:
            return refreshing.set_rule(
                by=by, authority_id=self.side.authority.pk, asked=asked, from_on=from_on, because="As agreed"
            )

    def waits(self, hours: int | None, **given: Any) -> WaitingRule:
        """So many hours to say yes to a free place, since yesterday."""
        said = {"from_on": clock.today() - timedelta(days=1), "because": "As agreed"} | given
        with self.side.acting("officer") as by:
            return waiting.set_rule(by=by, authority_id=self.side.authority.pk, hours=hours, **said)

    def kept(self, session: Session, number: int = 4, **given: Any) -> KeptPlaces:
        """For its school until a week before, unless said otherwise."""
        whom = given or {"institution_id": school(self.side).pk}
        with self.side.acting("officer") as by:
            return keeping.keep(by=by, session=session, **{"number": number, "days_before": 7} | whom)

    @property
    def place(self) -> Where:
        """Where the safeguarding lead of this side works, as it is known here."""
        found = self.side.organisation("school")
        return Where(found.institution_id) if found.institution_id else Where(organisation_id=found.pk)

    def declared(self, who: str = "dsl", **given: Any) -> Declared:
        """That a teacher there had a course of somebody else last month."""
        last_month = clock.today() - timedelta(days=30)
        paper = {"course": "Online awareness", "provider": "An invented firm", "held_on": last_month}
        person = given.pop("person", Named("Gwen Inventedly", "gwen@school.example", self.teacher.pk))
        with self.side.acting(who) as by:
            return declaring.declare(
                by=by, authority_id=self.side.authority.pk, where=self.place, person=person,
                paper=Paper(**paper | given),
            )  # fmt: skip

    def counted(self, number: int = 40, **given: Any) -> Headcount:
        """Today, all the staff of its school, unless said otherwise."""
        said = {
            "where": Where(school(self.side).pk),
            "counted_on": clock.today(),
            "source": "A census",
        } | given
        with self.side.acting("officer") as by:
            return counting.count(by=by, authority_id=self.side.authority.pk, number=number, **said)

    def whole(self) -> Year:
        """One of everything: a session to come with bookings, one that was held."""
        self.coming, self.past = self.planned(), self.planned(clock.now() + timedelta(hours=1))
        self.bookings = self.booked(self.coming)
        self.bookings[1] = self.replaced(self.bookings[1])
        self.waits(None)
        self.places = self.kept(self.coming)
        self.paper = self.declared()
        (cleo,) = self.booked(self.past, named=[Named("Cleo Inventedly", "cleo@school.example")])
        self.past = self.held(self.past, (OfBooking(cleo.pk, "came"),), others=[Others(7)])
        self.certificate = self.certified(self.past)[0]
        self.request = self.asked()
        self.rule = self.ruled()
        self.headcount = self.counted()
        self.councillor = self.elected()
        return self

    def elected(self) -> Councillor:
        """A week ago."""
        on = clock.today() - timedelta(days=7)
        with self.side.acting("officer") as by:
            term = councillors.set_term(
                by=by, authority_id=self.side.authority.pk, name="This term", elected_on=on, due_days=90, reminds=False,
                until_on=on + timedelta(days=1461), induction=self.course,
            )  # fmt: skip
            return councillors.add(by=by, term=term, named=[Named("Dora Inventedly")], elected_on=on)[1][0]

    def held(
        self, session: Session, of_bookings: tuple[OfBooking, ...] = (), others: list[Others] | None = None
    ) -> Session:
        """An hour after it began the trainer takes attendance."""
        with clock.travelled(session.starts_at + timedelta(hours=1)), self.side.acting("trainer") as by:
            session.refresh_from_db()
            return attending.take(
                by=by, session=session, version=session.version, of_bookings=of_bookings, others=others
            )

"""A signed report of a year of training in Westmarch, the draft of the next one, and the evidence of a year of Channel,
of which figures wait to be released. Nobody exists."""

from __future__ import annotations

from waymark.delivery.training.actions import counting
from waymark.delivery.training.actions.booking import Where
from waymark.delivery.training.models import StaffRole
from waymark.foundation.kernel import clock
from waymark.foundation.places.models import Institution
from waymark.oversight.reports.actions import releasing, writing
from waymark.oversight.reports.models import Kind

from .telling import Teller

SAID = (
    ("opening", "What members are asked to do",
     "Members are asked to note what was done in the year, and to say where they want more of it."),
    ("held", "What we changed",
     "Teachers told us that they wanted more examples and less about the law. The versions for early years and "
     "secondary schools were written anew when the guidance changed."),
    ("closing", "What comes next",
     "We call the places that nobody has come from yet, and train foster carers in the spring."),
)  # fmt: skip
SCHOOLS = (("900001", 92), ("900002", 41), ("900003", 118))


def tell(teller: Teller) -> None:
    """How many staff there are, the report that was signed, and a draft that somebody is writing."""
    authority_id, source = teller.places.authority.pk, "Told by the place itself"
    with teller.acting("officer", 12) as by:
        today = clock.today()
        for urn, number in SCHOOLS:
            school = Institution.objects.get(kind=Institution.Kind.SCHOOL, urn=urn)
            counting.count(
                by=by, authority_id=authority_id, where=Where(school.pk), number=number, counted_on=today,
                source=source, role_id=StaffRole.objects.get(name="Teacher").pk,
            )  # fmt: skip
    period = {"from_on": clock.uk_date(teller.ago(250)), "until_on": clock.uk_date(teller.ago(9))}
    with teller.acting("officer", 8) as by:
        report = writing.begin(
            by=by, authority_id=authority_id, title="Prevent: training in the year", **period
        )
        for place, headline, words in SAID:
            writing.write(
                by=by, report=report, version=report.version, place=place, headline=headline, words=words
            )
            report.refresh_from_db()
    with teller.acting("lead", 6) as by:
        writing.sign(by=by, report=report, version=report.version)
    with teller.acting("officer", 2) as by:
        period = {"from_on": clock.uk_date(teller.ago(60)), "until_on": clock.today()}
        writing.begin(
            by=by, authority_id=authority_id, title="Prevent: training in the last three months", **period
        )
    _evidence(teller, authority_id)


def _evidence(teller: Teller, authority_id: int) -> None:
    """The figures of a year of Channel, signed by the chair; the Home Office is to have some of them."""
    period = {"from_on": clock.uk_date(teller.ago(250)), "until_on": clock.uk_date(teller.ago(1))}
    with teller.acting("panel_coordinator", 0.5) as by:
        report = writing.begin(
            by=by,
            authority_id=authority_id,
            kind=Kind.CHANNEL,
            title="Channel: evidence for the year",
            **period,
        )
    with teller.acting("panel_chair", 0.4) as by:
        writing.sign(by=by, report=report, version=report.version)
    with teller.acting("panel_coordinator", 0.3) as by:
        releasing.ask(
            by=by, report=report, recipient="Home Office", purpose="The annual Channel assurance statement",
            codes=["panel.meetings", "referrals.received", "channel.decided"],
        )  # fmt: skip

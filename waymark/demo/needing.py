"""What Westmarch needs: courses by role, the induction of councillors, two issues with schools, what people asked for.
Nobody exists."""

from __future__ import annotations

from datetime import timedelta

from waymark.delivery.engagement.actions import demands, issues
from waymark.delivery.engagement.actions.demands import Heard
from waymark.delivery.engagement.models import Theme
from waymark.delivery.training.actions import councillors, refreshing
from waymark.delivery.training.actions.booking import Named, Where
from waymark.delivery.training.actions.refreshing import Asked
from waymark.delivery.training.models import Audience, Course, StaffRole
from waymark.foundation.kernel import clock
from waymark.foundation.places.models import Institution

from .people import DOMAIN
from .telling import Teller

# Role, kind of place, course, months, asked so many days before, overdue so many days after.
NEEDED = (
    ("Teacher", "", None, 24, 60, 90),
    ("Designated safeguarding lead", "school", "Prevent for secondary schools", 12, 90, 0),
    ("Councillor", "", "Prevent for councillors", None, 60, 0),
    ("", "contractor", "Prevent for council staff", 36, 60, 60),
)
ELECTED = (
    "Winifred Oxenhope", "Barnaby Quillfeather", "Ottoline Marsh-Penn", "Tobias Wetherden", "Sunniva Clarehill",
    "Desmond Fothersby", "Henrietta Larkrise", "Jasper Coldwater",
)  # fmt: skip
# Working days ago, theme, words, occasion, URN of the school (or none).
ASKED = (
    (70, "Online", "A short course on gaming and chat for teaching assistants", "training", "900002"),
    (55, "Parents and carers", "An evening for grandparents who look after children", "meeting", ""),
    (41, "Online", "How to talk about short videos with Year 9", "training", "900003"),
    (30, "Having difficult conversations", "Practice with actors, for form tutors", "training", "900001"),
    (12, "Online", "Something for lunchtime supervisors", "message", "900005"),
)


def tell(teller: Teller) -> None:
    """After the directory, the courses and their year."""
    _needed(teller)
    _councillors(teller)
    _issues(teller)
    _asked(teller)


def _school(urn: str) -> Institution:
    return Institution.objects.get(kind=Institution.Kind.SCHOOL, urn=urn)


def _needed(teller: Teller) -> None:
    with teller.acting("officer", 200) as by:
        for role, kind, course, months, window, grace in NEEDED:
            asked = Asked(
                StaffRole.objects.get(name=role) if role else None, kind,
                Course.objects.get(name=course) if course else None, months=months, window_days=window,
                grace_days=grace,
            )  # fmt: skip
            refreshing.set_rule(
                by=by, authority_id=teller.places.authority.pk, asked=asked, from_on=clock.today(),
                because="Agreed with the safeguarding partnership",
            )  # fmt: skip


def _councillors(teller: Teller) -> None:
    """Elected some months ago: four have had the induction, one has left, the others are overdue or new."""
    elected_on = clock.uk_date(teller.ago(80))
    with teller.acting("officer", 76) as by:
        term = councillors.set_term(
            by=by, authority_id=teller.places.authority.pk, name="This term", elected_on=elected_on, due_days=90,
            until_on=elected_on + timedelta(days=4 * 365), reminds=False,
            induction=Course.objects.get(name="Prevent for councillors"),
        )  # fmt: skip
        named = [Named(name, f"{name.lower().replace(' ', '.')}@westmarch.{DOMAIN}") for name in ELECTED]
        made = councillors.add(by=by, term=term, named=named, elected_on=elected_on)[1]
    with teller.acting("officer", 40) as by:
        for one in made[:4]:
            councillors.note_induction(
                by=by,
                councillor=one,
                version=one.version,
                done_on=clock.today(),
                done_how="E-learning of the council",
            )
    with teller.acting("officer", 20) as by:
        councillors.end(by=by, councillor=made[4], version=made[4].version, left_on=clock.today())
        councillors.add(by=by, term=term, named=[Named("Leopold Starling")], elected_on=clock.today())


def _issues(teller: Teller) -> None:
    """One that a governor raised, replied to and closed; one of a councillor that waits."""
    authority_id = teller.places.authority.pk
    with teller.acting("officer", 45) as by:
        first, _told = issues.raise_issue(
            by=by, authority_id=authority_id, place=_school("900002"), source="governor",
            words="The yearly safeguarding briefing for governors left Prevent out.",
            reply_by=clock.today() + timedelta(days=21),
        )  # fmt: skip
    with teller.acting("officer", 33) as by:
        first = issues.note_reply(
            by=by,
            issue=first,
            version=first.version,
            reply="It was an oversight. It is in the briefing from now on.",
        )
        issues.close(by=by, issue=first, version=first.version, because="The new briefing was sent to us.")
    with teller.acting("officer", 4) as by:
        issues.raise_issue(
            by=by, authority_id=authority_id, place=_school("900003"), source="councillor",
            words="Students do not know who their safeguarding lead is.", reply_by=clock.today() + timedelta(days=21),
        )  # fmt: skip


def _asked(teller: Teller) -> None:
    authority_id = teller.places.authority.pk
    with teller.acting("officer", 75) as by:
        demands.begin_themes(by=by, authority_id=authority_id)
    for days, theme, words, occasion, urn in ASKED:
        with teller.acting("officer", days) as by:
            community = None if urn else Audience.objects.get(name="Community").pk
            where = Where(_school(urn).pk) if urn else Where()
            heard = Heard(words, Theme.objects.get(name=theme), occasion, community, where)
            held = demands.note(by=by, authority_id=authority_id, heard=heard)
        if occasion == "meeting":
            with teller.acting("officer", days - 10) as by:
                demands.answer(
                    by=by,
                    demand=held,
                    version=held.version,
                    answer="It is part of the parenting programme now.",
                )

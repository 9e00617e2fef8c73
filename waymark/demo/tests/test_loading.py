"""The demonstration loads once, holds every state, and says how to sign in."""

from __future__ import annotations

import re
import stat
from dataclasses import replace
from datetime import timedelta

import pytest
from django.urls import reverse

from waymark.delivery.training.models import Attendance, Term
from waymark.demo import loading
from waymark.demo.hands import HalfTold
from waymark.demo.people import PLAYERS
from waymark.foundation import measures
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting
from waymark.foundation.access.models import Glass
from waymark.foundation.accounts.models import User
from waymark.foundation.kernel import clock
from waymark.foundation.ledger.models import Deed
from waymark.foundation.measures import Scope
from waymark.foundation.places.models import Institution
from waymark.foundation.retention.models import Hold, Proposal
from waymark.foundation.tasks.queries import my_work
from waymark.home.models import ReviewLine
from waymark.oversight.reports import figures
from waymark.oversight.reports.models import Report
from waymark.oversight.reports.page import Page
from waymark.pathway.assessment import queries as assessments
from waymark.pathway.assessment.models import PoliceAssessment, PoliceDecision
from waymark.pathway.assessment.states import ASSESSMENTS
from waymark.pathway.channel.models import Case
from waymark.pathway.channel.states import CASES
from waymark.pathway.concerns.models import Draft, Enquiry
from waymark.pathway.concerns.states import DRAFTS
from waymark.pathway.panel import queries as agendas
from waymark.pathway.panel.models import Item, Minute
from waymark.pathway.people.models import Match
from waymark.pathway.referrals import queries
from waymark.pathway.referrals.models import InformationRequest, Redirect, Referral
from waymark.pathway.referrals.presenters import queue_filters
from waymark.pathway.referrals.states import CLOSED, REFERRALS


def player(key):
    [found] = [one for one in PLAYERS if one.key == key]
    return acting(Actor.of_user(User.objects.get(email=found.email).pk))


@pytest.fixture(scope="module")
def loaded(once_a_file, tmp_path_factory):
    path = tmp_path_factory.mktemp("demo")
    assert once_a_file(lambda: loading.load(path)) is True
    return path


@pytest.fixture
def folder(loaded, db):
    return loaded


def test_every_state_of_a_referral_and_of_a_draft_occurs(folder, everything):
    with everything():
        assert set(Referral.objects.values_list("state", flat=True)) == {str(s) for s in REFERRALS.states}
        assessed = set(PoliceAssessment.objects.values_list("state", flat=True))
        assert assessed == {str(s) for s in ASSESSMENTS.states}
        assert set(Case.objects.values_list("state", flat=True)) == {str(s) for s in CASES.states}
        assert set(Draft.objects.values_list("state", flat=True)) == {str(s) for s in DRAFTS.states}
        assert Enquiry.objects.filter(answered_at=None).count() == 1
        assert Enquiry.objects.exclude(answered_at=None).count() == 1
        assert InformationRequest.objects.filter(state="open").exists()
        assert Redirect.objects.filter(state="waiting").exists()


def test_the_police_read_what_was_just_sent_and_the_council_has_referred_one_itself(folder, everything):
    with player("police") as by:
        heard = list(assessments.heard(by))
    assert len(heard) >= 2 and "received" in {referral.state for referral in heard}
    with everything():
        [own] = PoliceDecision.objects.filter(referred_by="authority").select_related("signed_by")
        assert own.signed_by.full_name == "Gareth Hollowpike"


def test_the_misspelt_name_is_asked_about(folder, everything):
    with everything():
        waiting = Match.objects.get(answer="")
        names = waiting.person.names.values_list("surname", flat=True)
        assert list(names) == ["Brakenshaw"]
        assert "surname_one_letter" in waiting.reasons


def test_one_officer_looked_up_his_own_name_and_is_on_the_weekly_list(folder, everything):
    with everything():
        lines = [line for line in ReviewLine.objects.select_related("reader") if "surname" in line.facts]
        [line] = lines
        assert line.reader.full_name == "Joel Hartsmere" and line.times == 3
        assert {"caseload", "surname", "postcode"} <= set(line.facts)
        others = ReviewLine.objects.exclude(pk=line.pk)
        # Whoever loads it at night or at a weekend sees those hours listed, and nothing else.
        assert {fact for other in others for fact in other.facts} <= {"hours"}


def test_a_second_time_changes_nothing(folder, everything):
    before = (folder / "demo-signins.txt").read_text()
    with everything():
        held = sorted(Referral.objects.values_list("pk", "version"))
    assert loading.load(folder) is False
    with everything():
        assert sorted(Referral.objects.values_list("pk", "version")) == held
    assert (folder / "demo-signins.txt").read_text() == before


def test_the_file_of_sign_ins_is_private_and_true(folder):
    path = folder / "demo-signins.txt"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    password = re.search(r"Password of all of them: (\S+)", path.read_text()).group(1)
    for player in PLAYERS:
        assert player.email in path.read_text()
        assert User.objects.get(email=player.email).check_password(password)


def test_things_were_recorded_when_they_happened_and_not_on_the_day_of_loading(folder, everything):
    with everything():
        for referral in Referral.objects.select_related("person"):
            assert referral.recorded_at == referral.received_at
            assert referral.person.recorded_at == referral.received_at
        assert Referral.objects.earliest("received_at").recorded_at < clock.now() - timedelta(days=150)
        assert Deed.objects.order_by("at").first().at > clock.now() - timedelta(hours=1)


def test_a_few_things_are_due_and_one_is_overdue(folder):
    with player("officer") as by:
        rows = queries.queue(by).exclude(state__in=CLOSED)
        [filter_] = [one for one in queue_filters(by, clock.now()) if one.name == "only"]
        assert filter_.narrow(rows, ["overdue"]).count() == 1
        assert rows.filter(due_at__gte=clock.now()).count() >= 6


def test_the_front_door_worker_has_two_things_waiting(folder):
    with player("front_door") as by:
        assert {task.kind for task in my_work(by)} == {
            "referrals.answer-request",
            "referrals.answer-redirect",
        }
        assert my_work(by).count() == 2


def test_the_schools_came_through_the_importer(folder):
    schools = Institution.objects.filter(urn__startswith="9000")
    assert schools.count() == 58
    assert schools.get(urn="900006").status == "closed"
    assert {school.source for school in schools} == {"Get Information about Schools"}


def test_the_year_of_training_is_counted_from_single_sessions(folder):
    """What the council told its committee: over 1,500 staff in 51 institutions, and 449 of its own and its partners’."""
    with player("lead") as by:
        authority = min(by.authority_ids)
        scope = Scope(authority, clock.today() - timedelta(days=365), clock.today())

        def figures(code, *split):
            return {
                count.group: count.number for count in measures.compute(code, replace(scope, by=split), by)
            }

        came = figures("training.attendances", "audience")
        council = came.pop(("Council staff",))
        assert figures("training.institutions")[()] == 51
        assert sum(came.values()) > 1500 and council == 449
        assert figures("training.sessions")[()] == 66
        assert {("Early years",), ("Primary schools",), ("Secondary schools",)} < came.keys()
        # What was taught before the law or the feedback changed it stays with its version.
        courses = [name.partition(" · ")[0] for (name,) in figures("training.attendances", "version")]
        assert {name for name in courses if courses.count(name) > 1} == {
            "Prevent for early years", "Prevent for primary schools", "Prevent for secondary schools",
            "Prevent for council staff",
        }  # fmt: skip
        # Some gave the names of who came, most only how many; and a few places were never reached.
        assert 0 < figures("training.people")[()] < sum(came.values())
        never = Institution.objects.filter(authority=authority, status="open").exclude(
            pk__in=Attendance.objects.filter(institution__isnull=False).values("institution")
        )
        assert never.count() == 6


def test_the_signed_report_stands_beside_a_smaller_year(folder):
    """With fewer sessions and people, of whom none is known by name."""
    with player("lead"):
        [report] = Report.objects.filter(kind="training", signed_at__isnull=False)
        held = figures.kept(report)
        for code in ("training.sessions", "training.attendances", "training.institutions"):
            [now], [before] = held.whole(code).rows, held.whole(code).before
            assert 0 < before.number < now.number / 2, code
        assert held.whole("reach.institutions_reached").before[0].number > 10
        assert Page.of(report, held).parts[0].compares


def test_the_page_of_reach_says_what_the_committee_was_told(folder, pages):
    """51 institutions, over 1,500 staff, and 449 of the council’s own and its partners’: on the page itself."""
    with player("lead") as by:
        client = pages.sign_in(User.objects.get(pk=by.user_id))
    address = f"{reverse('reach:overview')}?from={clock.today() - timedelta(days=365)}&until={clock.today()}"

    def came(by: str) -> int:
        """The attendances in the last row, which is of all."""
        rows = client.open(f"{address}&by={by}").tree.xpath("//tr[td]")
        [whole] = [row for row in rows if row[0].text_content().strip().endswith("All")]
        return int(re.sub(r"\D", "", whole[3].text_content()))

    assert "51 of 57 reached" in client.open(address).text
    assert came("phase") > 1500 and came("kind") - came("phase") == 449


def test_what_is_needed_and_what_was_asked_for_is_told(folder, pages):
    with player("officer") as by:
        client = pages.sign_in(User.objects.get(pk=by.user_id))
        term = Term.objects.get()
    assert "staff in scope are in date" in client.open(reverse("training:needs")).text
    assert "4 of 8 have had their induction" in client.open(reverse("training:term", args=[term.pk])).text
    assert "lunchtime supervisors" in client.open(reverse("engagement:demands")).text
    library = client.open(reverse("library:resources")).text
    assert "Lesson plans on critical thinking" in library and "Was to be looked at again by" in library
    awaited = client.open(reverse("library:awaiting")).text
    assert "New materials on online influence" in awaited and "Awaited: overdue" in awaited
    issues = client.open(reverse("engagement:issues")).text
    assert "Waits for their reply" in issues and "Closed" in issues


def test_what_the_walls_are_for_can_be_seen(folder, everything):
    """A referral kept to few, an opening that waits for its review and one reviewed, a hold, a proposal to erase."""
    with everything():
        assert Hold.objects.filter(ended_on=None).count() == 1
        proposal = Proposal.objects.get(approved=None)
        assert proposal.counts == {"referral-unfounded": 1} and proposal.proposed_as == "ig_lead"
        assert Glass.objects.filter(reviewed_at=None).exists()
        assert Glass.objects.exclude(reviewed_at=None).exists()
        [kept] = [one for one in Referral.objects.all() if one.is_kept]
    for who, sees in (("lead", True), ("officer", True), ("second_officer", False), ("neighbour", False)):
        with player(who) as by:
            assert queries.queue(by).exclude(state__in=CLOSED).filter(pk=kept.pk).exists() is sees, who
    with player("lead") as by:
        waits = {task.kind for task in my_work(by)}
    assert {"access.review-glass", "retention.approve"} <= waits


def test_a_deputy_speaks_where_the_police_member_has_an_interest(folder, everything):
    """The minutes say who took no part and why; on the next agenda she does not see the item, and the deputy does."""
    with everything():
        minute = Minute.objects.get(item__interests__person__full_name="Mina Stavelock")
        assert "Alder Wickstead (deputy)" in minute.there
        assert "Mina Stavelock took no part: knows the person" in minute.there
        assert (
            minute.item.withdrawn_at is None and minute.signature.signed_by.full_name == "Aurelia Fenwright"
        )
        again = Item.objects.get(about_id=minute.item.about_id, meeting__meeting__ends_at__gte=clock.now())
    for who, sees in (("panel_chair", True), ("panel_deputy", True), ("panel_police", False)):
        with player(who) as by:
            seen = agendas.agenda(by, again.meeting)
            assert seen.filter(pk=again.pk).exists() is sees and len(seen) >= 3, who


def test_one_that_was_told_in_part_is_not_gone_on_with(folder):
    first = User.objects.get(email=PLAYERS[0].email)
    first.set_unusable_password()
    first.save(update_fields=["password"])
    with pytest.raises(HalfTold):
        loading.load(folder)

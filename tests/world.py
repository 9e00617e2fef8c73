"""A world for the gates: in `here` referrals and drafts in every state, each reached by real deeds; in `there` one."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from tests import cases, learning
from tests.cast import Cast, Side
from waymark.foundation.access.actions import breaking
from waymark.foundation.access.actions.recovering import vouch
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting
from waymark.foundation.access.models import Glass, Recovery
from waymark.foundation.access.queries import find_breakable
from waymark.foundation.directory.actions import contacts
from waymark.foundation.directory.actions import places as keeping
from waymark.foundation.directory.models import Contact
from waymark.foundation.importing.actions import files
from waymark.foundation.importing.models import Import
from waymark.foundation.kernel import clock
from waymark.foundation.ledger import reads
from waymark.home.actions import looking, reviewing
from waymark.home.models import ReviewLine
from waymark.oversight.complaints.actions import answering
from waymark.oversight.complaints.models import Complaint
from waymark.oversight.purging import places
from waymark.oversight.purging.actions import purging
from waymark.oversight.purging.models import Purge
from waymark.oversight.reports.tests.desk import Desk
from waymark.oversight.stewardship.tests.answering import Asked
from waymark.pathway.assessment.tests.walks import PoliceWalk
from waymark.pathway.concerns.actions import adding, approving, enquiring
from waymark.pathway.concerns.tests import form_walks
from waymark.pathway.panel.actions import agenda, meeting, packs, seating
from waymark.pathway.panel.tests.sitting import Table, another, today, when_of
from waymark.pathway.people import actions as people
from waymark.pathway.people.actions import AddressParts, AffiliationParts
from waymark.pathway.people.actions.asking_owner import ask_owner
from waymark.pathway.people.models import Match
from waymark.pathway.referrals.actions import asking, deciding, findings, leading, restricting
from waymark.pathway.referrals.tests.walks import REASON, Walk

BASIS = "Counter-Terrorism and Security Act 2015, section 38"


class World:
    """`world.at["triage"]` is a Walk whose referral is in that state; `world.drafts["with_dsl"]` a draft."""

    approaches: dict[str, Any]
    engagement: dict[str, Any]
    feedback: dict[str, Any]
    library: dict[str, Any]
    training: dict[str, Any]

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.at: dict[str, Walk] = {}
        self.drafts: dict[str, Any] = {}
        self.enquiries: dict[str, Any] = {}
        self.referred_elsewhere: Any = None
        for who in (
            "officer", "lead", "dsl", "front_door", "police", "supervisor", "other_dsl", "coordinator", "panel_health",
            "mentor",
        ):  # fmt: skip
            cast.here.user(who)
            cast.there.user(who)
        self.contacts = {"here": self._directory(cast.here), "elsewhere": self._directory(cast.there)}
        self.imports = {"here": self._import(cast.here), "elsewhere": self._import(cast.there)}
        self.panels = {"here": self._panel(cast.here), "elsewhere": self._panel(cast.there)}
        self.reports = {"here": Desk(cast.here).whole(), "elsewhere": Desk(cast.there).whole()}
        learning.both(self)
        self._drafts(cast.here)
        self._enquiries(cast.here)
        self._states(cast.here)
        self._findings()
        self.elsewhere = Walk(cast.there).received(surname="Otherwhere").ready()
        self._everything_elsewhere(cast.there)
        self._looks(cast.here)
        self._owner_asked(cast.here)
        self.vouching = self._vouched(cast.here)
        self._kept_to_few(cast.here)
        self._police(cast.here)
        self.opening = self._opened_and_ended(self.at["mistaken"])
        self._rights(cast)
        sealed = Walk(cast.there).received(surname="Sealedly").ready()
        sealed.decided("unfounded")
        self.opening_elsewhere = self._opened_and_ended(sealed)

    def _directory(self, side: Side) -> Contact:
        """A contact and a note at the school."""
        with side.acting("officer") as by:
            at = {"place": side.organisation("school"), "authority_id": side.authority.pk}
            keeping.write_note(by=by, **at, version=0, words="Ring before you come.")
            return contacts.add(by=by, **at, role="dsl", name="A Contact", email="dsl@school.example")

    def _rights(self, cast: Cast) -> None:
        """What people asked for about their own data, and what has to go."""
        self.asked = {
            "here": self._asked(cast.here, self.at["triage"]),
            "here, released": self._asked(cast.here, self.at["advice"]).handed_over(),
            "elsewhere": self._asked(cast.there, self.elsewhere),
        }
        self.complaints = {"here": self._complaint(cast.here), "elsewhere": self._complaint(cast.there)}
        self.purges = {
            "here": self._purge(cast.here, self.at["triage"]),
            "elsewhere": self._purge(cast.there, self.elsewhere),
        }

    @staticmethod
    def _complaint(side: Side) -> Complaint:
        """Recorded by the lead, who answers it."""
        with side.acting("lead") as by:
            return answering.record(
                by=by, authority_id=side.authority.pk, about="panel", words="Nobody answered my letter.",
                received_on=clock.today(),
            )  # fmt: skip

    def _asked(self, side: Side, walk: Walk) -> Asked:
        """A person asked for their data: gathered by the lead, with nothing decided."""
        with walk.acting("lead"):
            reference = walk.referral.reference
        return Asked(side).identified().gathered(reference)

    def _purge(self, side: Side, walk: Walk) -> Purge:
        """Something must not be here: asked by the lead, and not decided."""
        with side.acting("lead") as by:
            reference = walk.referral.reference
            why = "It was read out at a meeting and typed up."
            items = [one.code for one in places.of(by, reference) if one.label == "referrals.Told"]
            return purging.ask(by=by, reference=reference, items=items, ground="intelligence", why=why)

    def _import(self, side: Side) -> Import:
        """A list of one contact on its way in."""
        with side.acting("officer") as by:
            list_ = b"URN,Role,Name,Email\n999001,DSL,A Contact,dsl@school.example\n"
            sent = {"authority_id": side.authority.pk, "code": "contacts", "about": "", "content": list_}
            before = files.upload(by=by, **sent, name="before.csv")
            matching = {"urn": 0, "role": 1, "name": 2, "email": 3}
            files.match(by=by, held=before, version=before.version, matching=matching)
            return files.upload(by=by, **sent, name="list.csv")

    def _panel(self, side: Side) -> Table:
        """A panel with everything a panel can have; a deputy of the police for this week."""
        table = Table(side)
        table.terms()
        table.seat("health", side.organisation("clinic"), side.user("panel_health"))
        stands_in = another(side, "deputy", side.organisation("police"))
        with side.acting("coordinator") as by:
            table.deputy = seating.add_deputy(
                by=by, seat=table.police, person_id=stands_in.pk, from_on=today(-1), until_on=today(5)
            )
            moment = clock.now()
            table.meeting = meeting.call(by=by, panel=table.panel, when=when_of(moment + timedelta(days=5)))
        self._agenda(side, table)
        with side.acting("coordinator") as by, clock.travelled(moment + timedelta(days=5, hours=1)):
            meeting.mark(by=by, meeting=table.meeting, came={table.police.pk: str(table.police.holder_id)})
        return table

    def _agenda(self, side: Side, table: Table) -> None:
        """Two items: one with a paper, to which the nurse comes; in the other the chair has an interest."""
        with side.acting("coordinator") as by:
            table.item = table.put(by, table.meeting)
            agenda.add_paper(
                by=by, item=table.item, title="What is known", words="He is often at home alone."
            )
            agenda.invite(
                by=by, item=table.item, person_id=another(side, "invited", side.organisation("school")).pk,
                organisation_id=side.organisation("school").pk, capacity="invited", until_on=today(9),
            )  # fmt: skip
            other = table.put(by, table.meeting)
        for who in ("chair", "panel_police"):
            with side.acting(who) as by:
                agenda.accept(by=by, meeting=table.meeting)
        with side.acting("panel_police") as by:
            table.pack = packs.ask(by=by, meeting=table.meeting)
        with side.acting("chair") as by:
            agenda.declare_interest(by=by, item=other, nature="knows")

    def walk(self, state: str, surname: str, **answers: Any) -> Walk:
        self.at[state] = Walk(self.cast.here).received(surname=surname, **answers)
        return self.at[state]

    def _vouched(self, side: Side) -> Recovery:
        """The administrator vouched for the officer, who lost their phone."""
        with side.acting("administrator") as by:
            words = "I saw him on a call this morning."
            return vouch(by=by, email=side.user("officer").email, seen="video", words=words)

    def _opened_and_ended(self, walk: Walk) -> Glass:
        """A sealed referral was read under break-glass, which waits for its review; somebody else had an interest."""
        with walk.acting("lead"):
            reference = walk.referral.reference
        with walk.acting("second_officer") as by:
            breaking.declare_interest(by=by, found=find_breakable(reference))
        with walk.acting("officer") as by:
            reason = "A new referral came in and I need to know what was found."
            opening = breaking.open_record(by=by, found=find_breakable(reference), reason=reason)
            return breaking.end(by=by, opening=opening)

    def _drafts(self, side: Side) -> None:
        with side.acting("teacher") as teacher:
            self.drafts["writing"] = form_walks.whole(teacher)
            for state in ("with_dsl", "returned", "not_sent"):
                self.drafts[state] = form_walks.waiting(teacher)
        with side.acting("dsl") as dsl:
            approving.give_back(by=dsl, draft=self.drafts["returned"], note="Please add dates.")
            approving.keep_back(by=dsl, draft=self.drafts["not_sent"], reason="A pastoral matter.")
            self.drafts["sent"] = form_walks.sent(dsl)
            adding.add_information(
                by=dsl, submission=self.drafts["sent"], words="The form tutor adds a date."
            )

    def _enquiries(self, side: Side) -> None:
        with side.acting("teacher") as teacher:
            for state in ("open", "answered"):
                self.enquiries[state] = enquiring.ask_advice(
                    by=teacher, question="What should I look out for?"
                )
        with side.acting("officer") as officer:
            answered = self.enquiries["answered"]
            enquiring.answer_enquiry(
                by=officer, enquiry=answered, version=answered.version, answer="Talk to your DSL."
            )

    def _everything_elsewhere(self, side: Side) -> None:
        """The other authority has one of each record, so that asking for it here asks for something that exists."""
        with side.acting("teacher") as teacher:
            self.drafts["elsewhere"] = form_walks.whole(teacher)
            self.enquiries["elsewhere"] = enquiring.ask_advice(by=teacher, question="Whom may I ask?")
        with side.acting("dsl") as dsl:
            self.drafts["sent elsewhere"] = form_walks.sent(dsl)
        self._go_on_without(self.elsewhere, self.elsewhere.asked())
        self.need(self.elsewhere)
        self._redirect(self.elsewhere)
        self.elsewhere.decided("redirect")

    def _go_on_without(self, walk: Walk, request: Any) -> None:
        with walk.acting("lead") as by:
            asking.override_request(by=by, request=request, reason="The clinic is closed until next month.")

    def need(self, walk: Walk) -> None:
        with walk.acting() as by:
            findings.note_need(
                by=by, referral=walk.referral, words="Autism", bearing="separate", why="Diagnosed years ago",
                source="School", noted_on=clock.today() - timedelta(days=1),
            )  # fmt: skip

    def _states(self, side: Side) -> None:
        self.walk("received", "Firstly")
        self.walk("triage", "Secondly").taken()
        self.walk("police_assessment", "Thirdly").ready().decided("to-police")
        self.walk("advice", "Fourthly").ready().decided("advise")
        self.walk("no_further_action", "Fifthly").ready().decided("close")
        self.walk("mistaken", "Sixthly").ready().decided("unfounded")
        redirected = self.walk("redirected", "Seventhly").ready()
        self._redirect(redirected)
        redirected.decided("redirect")
        closing = self.walk("closing", "Eighthly").ready(violence=True)
        closing.decided("close")
        self._approved(self.walk("approved", "Ninthly").ready(violence=True))
        self._again(side)

    def _police(self, side: Side) -> None:
        """One of everything that can come of a police assessment, and one in the other authority."""

        def sent(state: str, surname: str) -> PoliceWalk:
            walk = self.at[state] = PoliceWalk(side).sent(surname=surname)
            return walk.taken_by_police().checked()

        sent("assessing", "Eleventhly").written().asked_by_police()
        sent("section_36", "Twelfthly").written().referred()
        sent("police_led", "Thirteenthly").held()
        sent("police_closing", "Fourteenthly").marked_by_police().proposed()
        closed = sent("police_closed", "Fifteenthly").marked_by_police()
        closed.proposed()
        closed.approved()
        self.police_elsewhere = PoliceWalk(self.cast.there).sent(surname="Policely").taken_by_police()
        self.police_elsewhere.checked().asked_by_police()
        cases.all_of(self, side)

    def _redirect(self, walk: Walk) -> None:
        with walk.acting() as by:
            made = asking.redirect(
                by=by,
                referral=walk.referral,
                service=walk.side.organisation("social care"),
                message="Help with housing for the family.",
                basis=BASIS,
            )
        with walk.acting("front_door") as by:
            asking.accept_redirect(by=by, redirect=made, version=made.version, answer="We take it on.")

    def _approved(self, walk: Walk) -> None:
        decision = walk.decided("close")
        with walk.acting("lead") as by:
            deciding.approve(by=by, decision=decision, version=walk.referral.version, reason=REASON)
        with walk.acting("lead") as by:
            deciding.reopen(
                by=by,
                referral=walk.referral,
                version=walk.referral.version,
                reason="The school called again.",
            )

    def _again(self, side: Side) -> None:
        """A second referral of the person whose first one was closed, spelt otherwise."""
        walk = self.walk("again", "Fithly").taken()
        with walk.acting() as by:
            first = self.at["no_further_action"].referral.person_id
            # All in this world were born on one day: which others come near enough to be asked about may differ.
            for match in Match.objects.filter(person=walk.referral.person, answer=""):
                answer = "same" if match.candidate_id == first else "different"
                people.answer_match(
                    by=by, match=match, version=match.version, answer=answer, note="Same birth date"
                )
            findings.take_together(by=by, referral=walk.referral, answer="Both were about one quarrel.")

    def _findings(self) -> None:
        """In the referral that is in triage: one of everything that can be found out about a person."""
        walk = self.at["triage"].matched().marked().told().social_care()
        here = self.cast.here
        request = walk.asked()
        walk.asked("social care")
        self.need(walk)
        self._go_on_without(walk, request)
        with walk.acting() as by:
            person = walk.referral.person
            people.add_address(
                by=by, person=person, address=AddressParts(lines="1 Mill Lane", postcode="WM1 2AB")
            )
            people.add_affiliation(
                by=by, person=person, affiliation=AffiliationParts(name="Invented College")
            )
            people.record_equality(by=by, person=person, answers={"sex": "male", "source": "referrer"})
            leading.hand_over(
                by=by,
                referral=walk.referral,
                version=walk.referral.version,
                receiver=here.second_officer,
                note="Leave",
            )

    def _owner_asked(self, side: Side) -> None:
        """Somebody who may not open the sealed record asks its owner about it."""
        with side.acting("lead"):
            sealed = self.at["mistaken"].referral.person_id
        with side.acting("officer") as by:
            match = Match.objects.filter(candidate_id=sealed, person__referrals__isnull=False).first()
            assert match is not None, "nobody in this world could be the person of the sealed record"
            self.question = ask_owner(by=by, match=match, why="The birth date is the same.")

    def _kept_to_few(self, side: Side) -> None:
        """One referral is kept to the officer; in another the second officer has an interest, in a third had one."""
        kept = self.walk("kept", "Tenthly").taken()
        with kept.acting("lead") as by:
            restricting.restrict(
                by=by, referral=kept.referral, version=kept.referral.version, people=[str(side.officer.pk)],
                reason="The person is the child of a colleague in this team.",
            )  # fmt: skip
        for state in ("received", "again"):
            walk = self.at[state]
            with walk.acting():
                reference = walk.referral.reference
            with walk.acting("second_officer") as by:
                declared = breaking.declare_interest(by=by, found=find_breakable(reference))
        with side.acting("ig_lead") as by:
            breaking.withdraw_interest(
                by=by, interest=declared, reason="It was another person of the same name."
            )

    def _looks(self, side: Side) -> None:
        """Somebody opened what is not theirs; it is on the weekly list, answered, and the account was looked into."""
        walk = self.at["triage"]
        with walk.acting():
            record = walk.referral
        with side.acting("second_officer"):
            reads.enter("referrals:triage-record", record)
        monday = clock.today() - timedelta(days=clock.today().weekday())
        with acting(Actor.job("review-looks", side.authority.pk)) as job:
            reviewing.make(by=job, authority_id=side.authority.pk, week_from=monday)
        with side.acting("ig_lead") as by:
            line = ReviewLine.objects.get(reader=side.second_officer)
            reviewing.answer(by=by, line=line, version=line.version, answer="ask", note="Asked them.")
            looking.look_into(
                by=by, account=side.second_officer, authority_id=side.authority.pk, reason="The weekly list"
            )
        with side.acting("administrator") as by:
            looking.set_home_area(by=by, user=side.officer, authority_id=side.authority.pk, district="WM1")

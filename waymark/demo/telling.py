"""How a story is told: by the same actions that people use, at the time it happened."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

from waymark.foundation.access.actions import breaking
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting
from waymark.foundation.access.models import Glass
from waymark.foundation.access.queries import find_breakable
from waymark.foundation.accounts.models import User
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.working_days import add_working_days
from waymark.foundation.places.models import Institution
from waymark.foundation.retention.actions import holding, proposing
from waymark.foundation.vault.actions import adding
from waymark.pathway.concerns.actions import approving, drafting, sending
from waymark.pathway.concerns.form import versions
from waymark.pathway.concerns.models import Draft, Submission
from waymark.pathway.people import actions as people
from waymark.pathway.people.models import Match
from waymark.pathway.referrals.actions import asking, deciding, findings, leading, restricting
from waymark.pathway.referrals.models import Decision, InformationRequest, Redirect, Referral

from .places import Places
from .words import BASIS, BLANK, OPTIONS, RELIED_ON


class Teller:
    """Knows the places and the people, and how many working days ago something was."""

    def __init__(self, places: Places, users: dict[str, User], now: datetime) -> None:
        self.places, self.users, self.now = places, users, now

    def ago(self, days: float) -> datetime:
        """So many working days ago, at the time of day it is now; a part of a day is a part of eight hours.
        People work on working days, and what is due is counted in them: on whatever day the demonstration is loaded,
        the same things are due."""
        whole = int(days)
        on = add_working_days(clock.uk_date(self.now), -whole)
        moment = datetime.combine(on, self.now.astimezone(clock.UK).time(), clock.UK)
        return moment.astimezone(UTC) - timedelta(hours=8 * (days - whole))

    def day(self, days: float) -> dict[str, str]:
        """A day so long ago, as the form keeps it."""
        return {"on": clock.uk_date(self.ago(days)).isoformat(), "precision": "day"}

    def back(self, days: float) -> AbstractContextManager[None]:
        """So many working days ago, whoever acts."""
        return clock.travelled(self.ago(days))

    @contextmanager
    def acting(self, who: str, days: float) -> Iterator[Actor]:
        """One of the people, so many working days ago: what they do is recorded then."""
        with self.back(days), acting(Actor.of_user(self.users[who].pk)) as actor:
            yield actor

    @contextmanager
    def working(self, job: str, at: datetime) -> Iterator[Actor]:
        """A job of the authority, at that time."""
        with clock.travelled(at), acting(Actor.job(job, self.places.authority.pk)) as actor:
            yield actor

    def opened(self, case: Case, who: str, reason: str) -> Glass:
        """A sealed referral opened under break-glass, read, and ended."""
        with self.acting(who, 0) as by:
            found = find_breakable(case.submission.reference)
            if found is None:
                raise LookupError("the story needs a referral that can be opened")
            opening = breaking.open_record(by=by, found=found, reason=reason)
            return breaking.end(by=by, opening=opening)

    def reviewed(self, opening: Glass, verdict: str, words: str) -> None:
        with self.acting("lead", 0) as by:
            breaking.review(by=by, opening=opening, verdict=verdict, words=words)

    def kept(self, case: Case, days: float, reason: str) -> None:
        """The Prevent lead keeps a referral to whoever leads it."""
        with self.acting("lead", days) as by:
            referral = case.referral
            restricting.restrict(by=by, referral=referral, version=referral.version, people=[], reason=reason)

    def held(self, case: Case, days: float, reason: str) -> None:
        """A legal hold, to be looked at again in half a year."""
        at = clock.uk_date(self.ago(days))
        with self.acting("ig_lead", days) as by:
            holding.place(
                by=by,
                authority_id=self.places.authority.pk,
                reference=case.submission.reference,
                reason=reason,
                review_on=at + timedelta(days=180),
            )

    def proposed_to_erase(self) -> None:
        """What is due on the day of loading waits for the second person."""
        with self.acting("ig_lead", 0) as by:
            proposing.propose(by=by, authority_id=self.places.authority.pk)

    def school(self, urn: str) -> dict[str, Any]:
        found = Institution.objects.get(kind=Institution.Kind.SCHOOL, urn=urn)
        return {"name": {"id": found.pk, "name": found.name}}

    def referrer(self, who: str, job: str, place: str, relationship: str) -> dict[str, str]:
        return {
            "name": self.users[who].full_name,
            "job": job,
            "organisation": self.places.organisations[place].name,
            "relationship": relationship,
            "phone": "01632 960 123",
        }

    def draft(self, who: str, days: float, *, until: str = "", **answers: Any) -> Draft:
        """Written elsewhere and brought in; `until` names the page before which the author stopped."""
        with self.acting(who, days) as by:
            draft = drafting.start_draft(by=by)
            given = {code: held for code, held in (BLANK | answers).items() if held is not None}
            asked = [page.code for page in versions.of(draft.form_version).asked(given)]
            written = asked[: asked.index(until)] if until else asked
            return drafting.save_pages(by=by, draft=draft, answers={code: given[code] for code in written})

    def to_dsl(self, who: str, days: float, **answers: Any) -> Draft:
        draft = self.draft(who, days, **answers)
        with self.acting(who, days) as by:
            return approving.ask_approval(by=by, draft=draft)

    def sent(self, who: str, days: float, **answers: Any) -> Case:
        """Sent by its author: through the safeguarding lead of the school where there is one."""
        if who == "teacher":
            draft, sender = self.to_dsl(who, days + 0.2, **answers), "dsl"
        else:
            draft, sender = self.draft(who, days + 0.1, **answers), who
        with self.acting(sender, days) as by:
            submission = sending.send(by=by, draft=draft)
        return Case(self, submission, days)


class Case:
    """One referral from its arrival on. Each step says how many days ago it was."""

    def __init__(self, teller: Teller, submission: Submission, days: float) -> None:
        self.teller, self.submission, self.days = teller, submission, days

    @property
    def referral(self) -> Referral:
        return Referral.objects.get(reference=self.submission.reference)

    def taken(self, days: float, who: str = "officer") -> Case:
        with self.teller.acting(who, days) as by:
            referral = self.referral
            leading.take(by=by, referral=referral, version=referral.version)
        return self

    def document(self, days: float, who: str, name: str, content: bytes) -> Case:
        """The referrer adds it to what they sent, triage to the referral."""
        with self.teller.acting(who, days) as by:
            record = self.referral if who == "officer" else self.submission
            adding.add_document(by=by, record=record, name=name, content=content)
        return self

    def matched(self, days: float, answer: str = "different", note: str = "Another birth date.") -> Case:
        with self.teller.acting("officer", days) as by:
            for match in Match.objects.filter(person=self.referral.person, answer=""):
                people.answer_match(
                    by=by,
                    match=match,
                    version=match.version,
                    answer=answer,
                    note=note,
                )
        return self

    def marked(self, days: float, mark: str, note: str, *, violence: bool = False) -> Case:
        with self.teller.acting("officer", days) as by:
            for concern in self.referral.concerns.filter(mark=""):
                findings.mark_concern(
                    by=by, concern=concern, version=concern.version,
                    mark=mark, violence=violence, note=note,
                )  # fmt: skip
        return self

    def told(self, days: float, hearer: str, told_by: str, response: str) -> Case:
        at = self.teller.ago(days)
        with self.teller.acting("officer", days) as by:
            findings.answer_told(
                by=by, referral=self.referral, hearer=hearer,
                told_on=clock.uk_date(at), told_by=told_by, response=response,
            )  # fmt: skip
        return self

    def not_told(self, days: float, hearer: str, because: str, again_in: int = 60) -> Case:
        at = self.teller.ago(days)
        with self.teller.acting("officer", days) as by:
            findings.answer_told(
                by=by, referral=self.referral, hearer=hearer, not_yet_because=because,
                decide_again_on=clock.uk_date(at) + timedelta(days=again_in),
            )  # fmt: skip
        return self

    def social_care(self, days: float, service: str = "children", reference: str = "CSC-DEMO") -> Case:
        at = self.teller.ago(days)
        with self.teller.acting("officer", days) as by:
            findings.answer_duty(
                by=by, referral=self.referral, service=service, told_on=clock.uk_date(at),
                told_by="Prevent officer, by telephone", their_reference=reference,
            )  # fmt: skip
        return self

    def asked(self, days: float, place: str, question: str, due_in: int = 10) -> InformationRequest:
        at = self.teller.ago(days)
        with self.teller.acting("officer", days) as by:
            return asking.ask(
                by=by, referral=self.referral, asked=self.teller.places.organisations[place],
                question=question, basis=BASIS, due_on=clock.uk_date(at) + timedelta(days=due_in),
            )  # fmt: skip

    def redirected(self, days: float, place: str, message: str) -> Redirect:
        with self.teller.acting("officer", days) as by:
            return asking.redirect(
                by=by, referral=self.referral,
                service=self.teller.places.organisations[place], message=message, basis=BASIS,
            )  # fmt: skip

    def decided(self, days: float, outcome: str, reason: str, note: str) -> Decision:
        with self.teller.acting("officer", days) as by:
            referral = self.referral
            return deciding.decide(
                by=by, referral=referral, version=referral.version, outcome=outcome,
                options=OPTIONS, reason=reason, relied_on=RELIED_ON, note=note,
            )  # fmt: skip

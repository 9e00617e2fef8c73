"""A world with planted words: each may be read by few, and must never stand in an address, a log or a letter."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from tests.cast import Cast
from waymark.foundation.access.actions import breaking
from waymark.foundation.access.context import acting
from waymark.foundation.access.queries import find_breakable
from waymark.foundation.kernel import clock
from waymark.foundation.retention.actions import holding
from waymark.pathway.concerns.actions import enquiring, sending
from waymark.pathway.concerns.models import Draft, Enquiry, Submission
from waymark.pathway.concerns.tests import form_walks
from waymark.pathway.referrals.actions import restricting
from waymark.pathway.referrals.models import Referral
from waymark.pathway.referrals.tests.walks import Walk

PEOPLE_OF_CAST = (
    "teacher", "dsl", "nurse", "other_dsl", "officer", "second_officer", "lead", "police", "front_door",
    "ig_lead", "administrator",
)  # fmt: skip
TRIAGE = {"officer", "second_officer", "lead"}


@dataclass(frozen=True)
class Planted:
    """One person’s planted words, and who of the first authority may read them."""

    forename: str
    surname: str
    year: int
    postcode: str
    street: str
    words: str
    readers: frozenset[str]

    @property
    def birth(self) -> tuple[str, ...]:
        return (f"{self.year}-03-09", f"9 March {self.year}", f"9 Mawrth {self.year}", f"09/03/{self.year}")

    @property
    def secrets(self) -> tuple[str, ...]:
        return (self.forename, self.surname, self.postcode, self.street, self.words, *self.birth)

    def answers(self) -> dict[str, Any]:
        """Pages of the form that hold them."""
        row = form_walks.ANSWERS["concern"]["rows"][0] | {"words": f"Said: {self.words}."}
        born = {"on": f"{self.year}-03-09", "precision": "day"}
        home = {"kind": "home", "lines": f"7 {self.street}", "postcode": self.postcode}
        return {
            "name": {"forenames": self.forename, "surname": self.surname, "others": ""},
            "born": {"born": born, "age": None},
            "addresses": {"rows": [home], "done": True},
            "concern": {"rows": [row], "done": True},
        }


def _who(*names: str) -> frozenset[str]:
    return frozenset(names)


UNSENT = Planted(
    "Peverellan", "Oakenshroud", 2007, "ZZ7 1AA", "Wrenlode Lane", "candlewick oath", _who("nurse")
)
WAITING = Planted(
    "Ysoldette", "Marrowbrook", 2008, "ZZ7 2BB", "Gallowmere", "lanternfish parade", _who("teacher", "dsl")
)
IN_TRIAGE = Planted(
    "Thaddeon", "Brackwater", 2009, "ZZ7 3CC", "Thistlemoot", "pewter marching song",
    _who("teacher", "dsl", *TRIAGE),
)  # fmt: skip
WITH_POLICE = Planted(
    "Merrowyn", "Halfpennyworth", 2010, "ZZ7 4DD", "Cindergate", "brass beetle pledge",
    _who("front_door", "police", *TRIAGE),
)  # fmt: skip
CLOSED = Planted(
    "Jocastella",
    "Vintnersgill",
    2011,
    "ZZ7 5EE",
    "Spindlebank",
    "hollow drum rumour",
    _who("front_door", *TRIAGE),
)
KEPT = Planted(
    "Rosalver",
    "Tinderquay",
    2013,
    "ZZ7 6FF",
    "Hobblemarsh",
    "velvet pikestaff",
    _who("front_door", "officer", "lead"),
)
SEALED = Planted(
    "Ambroline", "Fetterlark", 2014, "ZZ7 7GG", "Nettlecombe", "ivory tollgate", _who("front_door", "lead")
)
ALL = (UNSENT, WAITING, IN_TRIAGE, WITH_POLICE, CLOSED)
NAMED_FOR_ADVICE = "Orlandine Fetterlock"
ADVICE_READERS = frozenset({"nurse", *TRIAGE})
QUESTION = "Has the pupil of the copper lane missed appointments?"
QUESTION_READERS = frozenset({"other_dsl", *TRIAGE})


KEPT_BECAUSE, OPENED_BECAUSE, HELD_BECAUSE = "porcelain cousin", "saffron telegram", "marble inquest"
# Whoever may read these need not come by them on a walk.
APART: tuple[tuple[tuple[str, ...], frozenset[str]], ...] = (
    (KEPT.secrets, KEPT.readers),
    (SEALED.secrets, SEALED.readers),
    ((KEPT_BECAUSE,), _who("officer", "lead")),
    ((OPENED_BECAUSE,), _who("officer", "lead", "ig_lead")),
    ((HELD_BECAUSE,), _who("ig_lead")),
)


class World:
    """Referrals in every stage, made by the deeds people do, each about its own planted person."""

    def __init__(self, cast: Cast) -> None:
        self.cast, self.here, self.there = cast, cast.here, cast.there
        for who in PEOPLE_OF_CAST:
            self.here.user(who), self.there.user(who)
        self.draft = self._draft("nurse", UNSENT, form_walks.whole)
        self.waiting = self._draft("teacher", WAITING, form_walks.waiting)
        self.triage = self._referral(self._approved(IN_TRIAGE))
        self.request = self._worked(self.triage)
        self.police = self._referral(self._sent("front_door", WITH_POLICE)).ready()
        self.police.decided("to-police")
        self.closed = self._referral(self._sent("front_door", CLOSED)).ready()
        self.closed.decided("close")
        self.enquiry = self._enquiry()

    def behind_walls(self) -> World:
        """And one kept to named people, one sealed and opened, one under a hold: each with its own planted words."""
        self._kept_to_few()
        self._sealed_and_opened()
        return self

    def _kept_to_few(self) -> None:
        """Kept to the officer who leads it and to the Prevent lead; its reason is planted too."""
        kept = self._referral(self._sent("front_door", KEPT)).taken()
        with kept.acting("lead") as by:
            referral = kept.referral
            self.kept, self.kept_key = referral.reference, referral.pk
            restricting.restrict(
                by=by,
                referral=referral,
                version=referral.version,
                people=[],
                reason=f"Because of the {KEPT_BECAUSE}.",
            )

    def _sealed_and_opened(self) -> None:
        """Sealed, opened under break-glass, asked about by its owner’s leave, and under a hold; each in planted words."""
        sealed = self._referral(self._sent("front_door", SEALED)).ready()
        with sealed.acting("lead"):
            reference = self.sealed = sealed.referral.reference
            self.sealed_key = sealed.referral.pk
        sealed.decided("unfounded")
        with self.here.acting("officer") as by:
            reason = f"I have to know about the {OPENED_BECAUSE} today."
            opening = breaking.open_record(by=by, found=find_breakable(reference), reason=reason)
            self.opening = breaking.end(by=by, opening=opening).reference
        with self.here.acting("ig_lead") as by:
            holding.place(
                by=by, authority_id=self.here.authority.pk, reference=reference, reason=f"The {HELD_BECAUSE}",
                review_on=clock.today() + timedelta(days=30),
            )  # fmt: skip

    def _draft(self, who: str, planted: Planted, make: Any) -> Draft:
        with self.here.acting(who) as by:
            return make(by, **planted.answers())

    def _approved(self, planted: Planted) -> Submission:
        draft = self._draft("teacher", planted, form_walks.waiting)
        with self.here.acting("dsl") as by:
            return sending.send(by=by, draft=Draft.objects.get(pk=draft.pk))

    def _sent(self, who: str, planted: Planted) -> Submission:
        with self.here.acting(who) as by:
            return form_walks.sent(by, **planted.answers())

    def _referral(self, submission: Submission) -> Walk:
        walk = Walk(self.here)
        with acting(self.here.actor("lead")):
            walk.pk = Referral.objects.get(submission_id=submission.pk).pk
        return walk

    def _worked(self, walk: Walk) -> Any:
        walk.ready()
        request = walk.asked("clinic")
        with walk.acting():
            request.question = QUESTION
            request.save(update_fields=["question"])
        return request

    def _enquiry(self) -> Enquiry:
        with self.here.acting("nurse") as by:
            return enquiring.ask_advice(
                by=by,
                question="What should I look for?",
                names_someone=True,
                name=NAMED_FOR_ADVICE,
                because="The family asked me to.",
            )

    def forbidden(self, side: str, who: str) -> tuple[str, ...]:
        """The planted words that this person must meet on no page."""
        mine = who if side == "here" else "nobody"
        found = [secret for one in ALL if mine not in one.readers for secret in one.secrets]
        found += [] if mine in ADVICE_READERS else [NAMED_FOR_ADVICE]
        found += [secret for secrets, readers in APART if mine not in readers for secret in secrets]
        return tuple(found + ([] if mine in QUESTION_READERS else [QUESTION]))


EVERY_SECRET = tuple(secret for one in ALL for secret in one.secrets) + (NAMED_FOR_ADVICE, QUESTION)
EVERY_SECRET += tuple(secret for secrets, _readers in APART for secret in secrets)

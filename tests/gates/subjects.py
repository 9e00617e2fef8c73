"""The records that routes with a parameter are asked about: real ones of the world, each with what it is to whom."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import uuid4

from tests.gates.routed import kind_of
from tests.gates.subjects_pathway import (
    Values,
    assessments,
    cases,
    consents,
    first_of,
    people,
    provided,
    referrals,
    supported,
)
from tests.world import World
from waymark.foundation.access.actions.visitors import issue_link, use_link
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting
from waymark.foundation.access.models import Interest, Membership, Visitor
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.references import Letter, new_reference
from waymark.foundation.places.models import Institution
from waymark.foundation.retention.actions.holding import place
from waymark.home.models import Inquiry, ReviewLine
from waymark.pathway.concerns.tests import form_walks
from waymark.pathway.exits.models import Arrival
from waymark.pathway.referrals.models import Referral
from waymark.pathway.support.models import Risk, SupportAction

# In the path of a route: <uuid:draft_id>, (?P<language>en|cy).
PARAMETER = re.compile(r"<(?:\w+:)?(\w+)>")
# Accounts and places hold no record of a person helped; their own tests ask about expired and forged links.
UNKNOWN_TOKEN = "no-such-token"

# What names a record itself, or, as the frameworks of the police, belongs to no record.
WHOLE = {"reference", "framework_id"}


class Subjects:
    """`of(route, path)` gives the records that a route is tried with: label → the parameters of its address.

    Built behind the walls (`everything`), after which nothing is added. Labels say whose the record is.
    """

    def __init__(self, world: World) -> None:
        self.world = world
        here, there = world.cast.here, world.cast.there
        self.visitor = self._visitor(here.authority.pk)
        self.kinds: dict[str, dict[str, Values]] = {
            "draft": self._drafts(),
            "submission": self._submissions(),
            "enquiry": {name: {"reference": held.reference} for name, held in world.enquiries.items()},
            "referral": dict(referrals(world)),
            "assessment": dict(assessments(world)),
            "case": dict(cases(world)),
            "arrival": _arrivals(),
            "consent": dict(consents(world)),
            "support": dict(supported(world)),
            "my risk": {"nurse’s": {"reference": Risk.objects.get().reference}},
            "my support": {"mentor’s": provided(SupportAction.objects.get())},
            "person": dict(people(world)),
            "opening": self._openings(),
            "interest": self._interests(),
            "member": {"here": _member(here.officer), "elsewhere": _member(there.officer)},
            "authority": {"": {"code": here.authority.code}},
            "place": {
                "institution": {"key": f"i-{self._institution()}"},
                "organisation here": {"key": f"o-{here.organisation('school').pk}"},
                "organisation elsewhere": {"key": f"o-{there.organisation('school').pk}"},
            },
            "token": {"unknown": {"token": UNKNOWN_TOKEN, "key": UNKNOWN_TOKEN, "uidb36": "0"}},
            "kept": dict(self._kept()),
            "question": {"here": {"question_id": world.question.pk}},
            "passkey": {"nobody’s": {"pk": 0}},
            "upload": {"unknown": {"upload_id": uuid4()}},
            "choice": {"": {"language": "cy", "name": "record"}},
            "looks": dict(self._looks()),
            "review": self._review(),
            "documents": dict(self._documents()),
            "recovery": dict(self._recoveries()),
            **self._meeting_and_learning(),
        }

    def of(self, route: str, path: str) -> dict[str, Values]:
        keys = set(PARAMETER.findall(path))
        if not keys:
            return {"": {}}
        held = self.kinds[kind_of(route, keys)]
        if keys <= WHOLE:  # no parts that could be mixed in
            held = {label: values for label, values in held.items() if not label.startswith("mixed")}
        return {label: {key: values.get(key) for key in keys} for label, values in held.items()}

    def _meeting_and_learning(self) -> dict[str, dict[str, Values]]:
        world = self.world
        return {
            "import": {label: {"import_id": held.pk} for label, held in world.imports.items()},
            "list": {"contacts": {"code": "contacts", "about": "none"}},
            "contact": {label: {"contact_id": held.pk} for label, held in world.contacts.items()},
            "panel": dict(self._panels()),
            "training": dict(self._training()),
            "reach": dict(self._reach()),
            "table": {"": {"ending": "csv", "which": "never"}},
            **_engaged(world),
            **_kept_in_the_library(world),
            "figure": {"": {"code": "channel.decided"}},
            "report": dict(self._reports()),
            "own data": dict(self._asked()),
            "time": {"a declared time": {"code": "referrals.triage"}},
            "offered": {"a national entry": {"list_code": "destinations", "code": "mappa"}},
            "complaint": {
                label: {"reference": one.reference} for label, one in self.world.complaints.items()
            },
            "purge": {label: {"reference": one.reference} for label, one in self.world.purges.items()},
            "release": {label: {"release_id": desk.release.pk} for label, desk in world.reports.items()},
            "feedback": dict(self._feedback()),
            "training list": {"": {"code": "audiences"}},
            "training request": {
                label: {"reference": year.request.reference} for label, year in world.training.items()
            },
            "training declared": {
                label: {"reference": year.paper.reference} for label, year in world.training.items()
            },
            "booking": {
                label: {"reference": year.bookings[0].reference} for label, year in world.training.items()
            },
            "panel pack": {label: {"pack_id": table.pack.pk} for label, table in world.panels.items()},
            "panel item": {label: {"item_id": table.item.pk} for label, table in world.panels.items()},
            "panel meeting": {
                label: {"reference": table.meeting.reference} for label, table in world.panels.items()
            },
        }

    def _visitor(self, authority: int) -> Visitor:
        _visitor, token = issue_link("nurse@clinic.example", authority, "en")
        visitor = use_link(token)
        with acting(Actor.of_visitor(visitor)) as by:
            self.visitors_draft = form_walks.whole(by)
            self.visitors_submission = form_walks.sent(by)
        return visitor

    def _kept(self) -> Iterator[tuple[str, Values]]:
        """A hold here; proposals and reviews come with the years, and their own tests open them."""
        unknown = {name: uuid4() for name in ("hold_id", "proposal_id", "review_id")} | {
            "code": "referral-child"
        }
        here = self.world.cast.here
        with acting(here.actor("ig_lead")) as by:
            hold = place(
                by=by,
                authority_id=here.authority.pk,
                reference=Referral.objects.get(pk=self.world.at["triage"].pk).reference,
                reason="A case at court",
                review_on=clock.today() + timedelta(days=30),
            )
        yield "here", unknown | {"hold_id": hold.pk}
        yield "unknown", unknown

    def _institution(self) -> int:
        return Institution.objects.create(
            urn="999001", name="Invented Academy", kind="school", authority=self.world.cast.here.authority
        ).pk

    def _drafts(self) -> dict[str, Values]:
        drafts = self.world.drafts
        held = {
            "teacher’s": drafts["writing"],
            "teacher’s, with the safeguarding lead": drafts["with_dsl"],
            "visitor’s": self.visitors_draft,
            "elsewhere": drafts["elsewhere"],
        }
        return {label: {"draft_id": d.pk, "code": "concern", "place": 1} for label, d in held.items()}

    def _submissions(self) -> dict[str, Values]:
        held = {
            "safeguarding lead’s": self.world.drafts["sent"],
            "visitor’s": self.visitors_submission,
            "elsewhere": self.world.drafts["sent elsewhere"],
        }
        return {label: {"reference": submission.reference} for label, submission in held.items()}

    def _openings(self) -> dict[str, Values]:
        held = {"officer’s, ended": self.world.opening, "elsewhere": self.world.opening_elsewhere}
        return {label: {"reference": opening.reference} for label, opening in held.items()}

    def _interests(self) -> dict[str, Values]:
        """Of the second officer in a referral; of the one in the other authority in another."""
        keys = {
            "second officer’s": self.world.at["received"].pk,
            "elsewhere": self.world.opening_elsewhere.about_id,
        }
        return {label: {"interest_id": Interest.objects.get(about_id=key).pk} for label, key in keys.items()}

    def _looks(self) -> Iterator[tuple[str, Values]]:
        for label, walk in (
            ("in triage, led by the officer", self.world.at["triage"]),
            ("elsewhere", self.world.elsewhere),
        ):
            yield label, {"kind": "referral", "record_id": walk.pk}

    def _documents(self) -> Iterator[tuple[str, Values]]:
        """Of each kind of record that takes documents; the document itself is one that is not there."""
        at, drafts = self.world.at, self.world.drafts
        held = {
            "of a referral in triage": ("referral", at["triage"].pk),
            "of a mistaken referral": ("referral", at["mistaken"].pk),
            "of a referral elsewhere": ("referral", self.world.elsewhere.pk),
            "of the teacher’s draft": ("draft", drafts["writing"].pk),
            "of the safeguarding lead’s submission": ("submission", drafts["sent"].pk),
            "of a submission elsewhere": ("submission", drafts["sent elsewhere"].pk),
            "of a resource for partners": ("resource", self.world.library["here"].partners.pk),
            "of a resource elsewhere": ("resource", self.world.library["elsewhere"].partners.pk),
            "mixed: a draft as a referral": ("referral", drafts["writing"].pk),
        } | {
            f"of a certificate {label}": ("certificate", year.paper.pk)
            for label, year in self.world.training.items()
        }
        for label, (code, key) in held.items():
            yield label, {"code": code, "record_id": key, "document_id": uuid4()}

    def _recoveries(self) -> Iterator[tuple[str, Values]]:
        """The administrator vouched for the officer; and one that is not there."""
        yield "for the officer", {"recovery_id": self.world.vouching.pk}
        yield "unknown", {"recovery_id": uuid4()}

    def _panels(self) -> Iterator[tuple[str, Values]]:
        """One of each authority; `mixed` asks for one panel with the seats of the other."""
        for label, table in self.world.panels.items():
            yield label, self._seats(table)
        here, elsewhere = (self._seats(self.world.panels[name]) for name in ("here", "elsewhere"))
        yield "mixed: parts from elsewhere", elsewhere | {"reference": here["reference"]}

    def _reports(self) -> Iterator[tuple[str, Values]]:
        """A draft and a signed report of each authority."""
        for label, desk in self.world.reports.items():
            yield f"{label}, a draft", {"report_id": desk.draft.pk, "place": "closing"}
            yield f"{label}, signed", {"report_id": desk.is_signed.pk, "place": "closing"}
            yield f"{label}, restricted", {"report_id": desk.evidence.pk, "place": "closing"}

    def _asked(self) -> Iterator[tuple[str, Values]]:
        """A request for own data of each authority, with one item of it."""
        for label, asked in self.world.asked.items():
            request = asked.request
            yield label, {"reference": request.reference, "item_id": first_of(request.items, "pk")}

    def _reach(self) -> Iterator[tuple[str, Values]]:
        """Letters that were written to a school of each authority."""
        for label, sent in self.world.approaches.items():
            yield label, {"key": sent.key, "batch": sent.batch}

    def _training(self) -> Iterator[tuple[str, Values]]:
        """A session with bookings, one that was held, one of the other authority; and their courses and lists."""
        for label, year in self.world.training.items():
            yield f"{label}, to come", self._year(year, year.coming)
            yield f"{label}, held", self._year(year, year.past)

    def _feedback(self) -> Iterator[tuple[str, Values]]:
        """A session that was held and its version, here and elsewhere; words that somebody wrote about it."""
        for label, feedback in self.world.feedback.items():
            with feedback.job():
                remark = (
                    feedback.round.replies.model.objects.filter(round=feedback.round).first().remarks.get()
                )
            yield (
                label,
                {
                    "reference": feedback.session.reference,
                    "version_id": feedback.session.taught_id,
                    "remark_id": remark.pk,
                },
            )

    def _year(self, year: Any, session: Any) -> Values:
        return {
            "reference": session.reference,
            "course_id": year.course.pk,
            "code": "audiences",
            "line_id": year.audience.pk,
            "term_id": year.councillor.term_id,
            "councillor_id": year.councillor.pk,
            "certificate_id": year.certificate.pk,
            "kept_id": year.places.pk,
            "kind": "organisation",
            "place_id": year.side.organisation("school").pk,
        }

    def _seats(self, table: Any) -> Values:
        return {"reference": table.panel.reference, "seat_id": table.police.pk, "deputy_id": table.deputy.pk}

    def _review(self) -> dict[str, Values]:
        line, inquiry = ReviewLine.objects.get(answers__isnull=False), Inquiry.objects.get()
        return {"here": {"review_id": line.review_id, "line_id": line.pk, "inquiry_id": inquiry.pk}}


def _engaged(world: World) -> dict[str, dict[str, Values]]:
    """An issue with a school, and something that was asked for about a theme, here and elsewhere."""
    held = world.engagement.items()
    return {
        "issue": {label: {"reference": one.issue.reference} for label, one in held},
        "demand": {label: {"reference": one.demand.reference} for label, one in held},
        "theme": {label: {"theme_id": one.theme.pk} for label, one in held},
    }


def _kept_in_the_library(world: World) -> dict[str, dict[str, Values]]:
    """A resource for everybody, one for partners and one that was taken out, here and elsewhere; and what is awaited."""
    held = world.library.items()
    return {
        "resource": {
            f"{which} {label}": {
                "reference": getattr(one, which).reference,
                "resource_id": getattr(one, which).pk,
                "document_id": uuid4(),
            }
            for label, one in held
            for which in ("public", "partners", "out")
        },
        "awaited": {label: {"reference": one.awaited.reference} for label, one in held},
    }


def _arrivals() -> dict[str, Values]:
    return {
        "handed over by the other authority": {"reference": Arrival.objects.get().reference},
        "unknown": {"reference": new_reference(Letter.TRAINING)},
    }


def _member(user: Any) -> Values:
    return {"user_id": user.pk, "membership_id": Membership.objects.get(user=user).pk}

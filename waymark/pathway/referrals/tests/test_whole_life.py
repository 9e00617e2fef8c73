"""One story over three years: a draft, an enquiry, a referral with a document; sealed, due, held, erased by two, gone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core import mail
from django.db import connection
from django.urls import reverse

from tests.cast import Cast
from tests.pages import Pages
from tests.scanning import tables_with
from waymark.foundation.access.context import acting
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import NotNow
from waymark.foundation.ledger.models import Deed
from waymark.foundation.outbox.actions import sending as letters
from waymark.foundation.outbox.models import Message
from waymark.foundation.retention.actions import holding, leftovers, proposing
from waymark.foundation.retention.actions.expiring import expire_everywhere
from waymark.foundation.retention.models import Disposal, Erasure, Hold, Life, Proposal
from waymark.foundation.retention.periods import days, months, years
from waymark.foundation.retention.tests.clocks import on
from waymark.foundation.vault.actions import adding
from waymark.foundation.vault.models import Document, RecordKey
from waymark.pathway.concerns.actions import enquiring
from waymark.pathway.concerns.tests import form_walks
from waymark.pathway.people import actions as people
from waymark.pathway.referrals.models import Referral

from .walks import Walk

DRAFT, NAMED, SURNAME, SAID = "Unsentleigh", "Askedaboutly", "Wholelifely", "spoke of the cinnamon drawbridge"
PAPER = b"What she wrote on the desk: the turnstile hymn."
WORDS = (DRAFT, NAMED, SURNAME, SAID, "cinnamon drawbridge", "turnstile hymn")
Look = Callable[[], Any]


@pytest.fixture(autouse=True)
def folder(settings: Any, tmp_path: Path) -> Path:
    settings.WAYMARK_DOCUMENTS = tmp_path / "documents"
    return tmp_path / "documents"


def anywhere(everything: Look, folder: Path) -> set[str]:
    """Which words stand in any row of any table, in letters or in hexadecimal, in a file, or in a letter sent."""
    texts = WORDS + tuple(word.encode().hex() for word in WORDS)
    with everything():
        found = set(tables_with(texts))
    files = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    sent = "\n".join(letter.message().as_string() + letter.body for letter in mail.outbox)
    return found | {word for word in WORDS if word.encode() in files or word in sent}


def begun(cast: Cast) -> Walk:
    """A draft, an enquiry about somebody, and a referral with a document and equality answers, closed today."""
    for who in ("officer", "lead", "ig_lead", "teacher"):
        cast.here.user(who)
    with cast.here.acting("teacher") as by:
        form_walks.whole(by, name={"forenames": "Robin", "surname": DRAFT, "others": ""})
        enquiring.ask_advice(
            by=by, question="What can we do?", names_someone=True, name=NAMED, because="Asked by them."
        )
    walk = Walk(cast.here).received(surname=SURNAME, concerns=(f"She {SAID}.",)).ready()
    with walk.acting() as by:
        adding.add_document(by=by, record=walk.referral, name=f"{SURNAME}.txt", content=PAPER)
        people.record_equality(
            by=by,
            person=walk.referral.person,
            answers={
                "sex": "female",
                "source": "self",
                "why_not_asked": f"{SURNAME}’s mother did not wish it.",
            },
        )
    walk.decided("close")
    with cast.here.acting("lead"):
        waiting = list(Message.objects.values_list("pk", "authority_id"))
    for key, authority in waiting:
        letters.send(key, authority)
    return walk


def kinds(everything: Look) -> set[str]:
    """Of what there is a record whose key still opens it."""
    with everything():
        keys = set(RecordKey.objects.filter(destroyed_at=None).values_list("about_id", flat=True))
        lives = Life.objects.values_list("kind", "record_id")
        assert all(key in keys for _kind, key in lives)
        return {kind for kind, _key in lives}


def sees(cast: Cast, who: str, walk: Walk) -> bool:
    with acting(cast.here.actor(who)):
        return Referral.objects.filter(pk=walk.pk).exists()


def the_night() -> None:
    expire_everywhere()
    leftovers.clear(clock.now())


def held(cast: Cast, walk: Walk) -> Hold:
    with cast.here.acting("lead"):
        reference = walk.referral.reference
    with cast.here.acting("ig_lead") as by:
        return holding.place(
            by=by, authority_id=cast.here.authority.pk, reference=reference, reason="A case at court",
            review_on=clock.today() + timedelta(days=200),
        )  # fmt: skip


def proposed(cast: Cast) -> Proposal:
    with cast.here.acting("ig_lead") as by:
        return proposing.propose(by=by, authority_id=cast.here.authority.pk)


@pytest.mark.slow
def test_from_the_draft_to_the_tombstone(cast: Cast, everything: Look, folder: Path) -> None:
    walk, start = begun(cast), clock.today()
    assert SURNAME in anywhere(everything, folder), "the test would look at nothing"
    with everything():
        assert RecordKey.objects.filter(about_id=walk.pk, destroyed_at=None).exists()
        assert Document.objects.filter(about_id=walk.pk).exists() and any(folder.rglob("*"))
    assert kinds(everything) == {"concerns.draft", "concerns.enquiry", "referrals.referral"}
    with on(days(14).after(start)):
        the_night()
        assert kinds(everything) == {"concerns.enquiry", "referrals.referral"}
    with on(months(6).after(start)):
        the_night()
        assert kinds(everything) == {"referrals.referral"}
    with on(months(12).after(start)):
        assert sees(cast, "officer", walk)
        the_night()
        assert (
            not sees(cast, "officer", walk) and not sees(cast, "teacher", walk) and sees(cast, "lead", walk)
        )
    with on(years(2).after(start)):
        hold = held(cast, walk)
    with on(years(3).after(start)):
        the_night()
        with pytest.raises(NotNow, match="Nothing is due"):
            proposed(cast)
        with cast.here.acting("ig_lead") as by:
            holding.end(by=by, hold=hold, version=hold.version, because="The case at court is over.")
        proposal = proposed(cast)
        the_night()
        assert sees(cast, "lead", walk), "proposed is not erased"
        with cast.here.acting("lead") as by:
            assert proposing.approve(by=by, proposal=proposal, version=proposal.version)[1:] == (1, 0)
        the_night()
        assert anywhere(everything, folder) == set()
    _is_gone(everything, walk)
    _tombstone(cast, everything, walk)


def _is_gone(everything: Look, walk: Walk) -> None:
    """No row, no key, no document; and what was counted about equality belongs to nobody."""
    with everything(), connection.cursor() as cursor:
        assert not RecordKey.objects.filter(about_id=walk.pk, destroyed_at=None).exists()
        assert not Document.objects.filter(about_id=walk.pk).exists()
        assert not Referral.objects.filter(pk=walk.pk).exists()
        cursor.execute(
            "SELECT count(*) FROM people_equalityanswers e JOIN people_person p ON p.id = e.person_key"
        )
        assert cursor.fetchone() == (0,)


def _tombstone(cast: Cast, everything: Look, walk: Walk) -> None:
    """What went, when, on whose agreement and in which role; never whose it was."""
    with everything():
        erasure = Erasure.objects.get(kind="referrals.referral")
        line = Disposal.objects.get(ground="two-people")
        proposal = Proposal.objects.get(pk=line.proposal_key)
        assert (erasure.class_code, erasure.erased_on) == ("referral-child", years(3).after(clock.today()))
        assert (line.count, line.on_date) == (1, erasure.erased_on)
        assert (proposal.proposed_as, proposal.decided_as) == ("ig_lead", "prevent_lead")
        assert proposal.proposed_by_id == cast.here.ig_lead.pk and proposal.decided_by_id == cast.here.lead.pk
        assert Deed.objects.filter(deed="retention.approve", about_id=str(proposal.pk)).exists()


def test_a_mistaken_referral_is_gone_ninety_days_later_and_a_hold_keeps_it(
    cast: Cast, everything: Look, folder: Path
) -> None:
    for who in ("officer", "lead", "ig_lead"):
        cast.here.user(who)
    start = clock.today()
    walk = Walk(cast.here).received(surname=SURNAME, concerns=(f"She {SAID}.",)).ready()
    walk.decided("unfounded")
    assert not sees(cast, "officer", walk) and sees(cast, "lead", walk)
    hold = held(cast, walk)
    with on(days(89).after(start)), pytest.raises(NotNow):
        proposed(cast)
    with on(days(90).after(start)):
        with pytest.raises(NotNow):
            proposed(cast)
        with cast.here.acting("ig_lead") as by:
            holding.end(by=by, hold=hold, version=hold.version, because="The case at court is over.")
        proposal = proposed(cast)
        with cast.here.acting("lead") as by:
            proposing.approve(by=by, proposal=proposal, version=proposal.version)
        assert anywhere(everything, folder) == set()


def test_more_than_fit_in_one_proposal_are_in_the_next_the_longest_due_first(
    cast: Cast, pages: Pages, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("waymark.foundation.accounts.stepping_up.proved", lambda request: True)
    monkeypatch.setattr(proposing, "MOST", 1)
    walks = [Walk(cast.here).received(surname=name).ready() for name in ("Firstdue", "Seconddue")]
    for walk in walks:
        walk.decided("close")
    end = years(3).after(clock.today())
    with on(end):
        pages.sign_in(cast.here.user("ig_lead"))
        assert "2 records are due to be erased now" in pages.open(reverse("retention:proposals")).text
        page = pages.open(reverse("retention:propose"))
        assert "1 more is in the next one" in page.text
        first = pages.fill(reverse("retention:propose")).response["Location"]
        listed = pages.open(first)
        assert "Each record of this proposal" in listed.text and "Firstdue" not in listed.text
        again = pages.send(reverse("retention:propose"), page.form(), status=200)
        assert "waits for its second person already" in again.text
        pages.sign_in(cast.here.user("lead"))
        pages.fill(first)
        pages.sign_in(cast.here.ig_lead)
        assert "1 record is due to be erased now" in pages.open(reverse("retention:proposals")).text
        second = pages.fill(reverse("retention:propose")).response["Location"]
        pages.sign_in(cast.here.lead)
        pages.fill(second)
        assert "None of them is there any more" in pages.open(second).text
        for walk in walks:
            assert not sees(cast, "lead", walk)

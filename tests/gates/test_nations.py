"""Each nation reads its own words: Channel in England and Wales, the PMAP in Scotland, and neither the other’s."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.core import mail as sent_mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy

from tests.cast import Cast
from tests.gates.test_welsh import Entry, Key, compiled, entries, extracted, faults, messages
from tests.pages import Page, Pages, words
from waymark.foundation.accounts import mailing
from waymark.foundation.outbox import post, templates_declared
from waymark.foundation.outbox.actions.sending import send
from waymark.foundation.outbox.templates_declared import Template
from waymark.foundation.places.models import Authority
from waymark.home.management.commands.catalogue import SCOTLAND
from waymark.pathway.channel.tests.walks import CaseWalk

__all__ = ["extracted"]
CATALOGUE = (
    Path(__file__).resolve().parents[2] / "waymark" / "locale" / SCOTLAND / "LC_MESSAGES" / "django.po"
)
# The Act is of all three nations: its name, and its sections after the name, are said everywhere.
THE_ACT = re.compile(r"Counter-Terrorism and Security Act 2015, sections? [\d(), and]+")
OF_ENGLAND_AND_WALES = re.compile(r"\bChannel\b|\bsections? 3[678]\b", re.IGNORECASE)
OF_SCOTLAND = re.compile(r"\bPMAPs?\b|Multi-Agency Panel|Chief Social Work Officer|\bCSWO\b")
# Reviewed: the name that a course of others has.
NAMES = {"GOV.UK Channel course"}
SAID = "//*[self::h1 or self::h2 or self::h3 or self::nav or self::button or self::th or self::caption or self::legend " \
    "or self::label or self::dt or self::title or self::a]"  # fmt: skip


def foreign(text: str, words: re.Pattern[str]) -> list[str]:
    return words.findall(THE_ACT.sub("", text))


def said(entry: Entry) -> str:
    return " ".join(entry.get(name, "") for name in ("msgid", "msgid_plural"))


def test_the_look_at_words_finds_planted_ones():
    assert foreign("Back to Channel cases", OF_ENGLAND_AND_WALES)
    assert foreign("The Section 36 referral", OF_ENGLAND_AND_WALES)
    assert not foreign("(Counter-Terrorism and Security Act 2015, section 36(6))", OF_ENGLAND_AND_WALES)
    assert foreign("Refer to the PMAP", OF_SCOTLAND) and not foreign("Refer to the panel", OF_SCOTLAND)


def test_all_that_is_said_with_words_of_england_and_wales_is_said_otherwise_in_scotland(
    extracted: dict[Key, Entry],
):
    """Every string of every page, list, message and form: a new one that says Channel has to be said for Scotland."""
    needs = {key for key, one in extracted.items() if foreign(said(one), OF_ENGLAND_AND_WALES)}
    needs -= {("", name) for name in NAMES}
    kept = {one.key: one for one in entries(CATALOGUE)}
    assert len(needs) > 50
    assert sorted(needs - kept.keys()) == [], f"say it in {CATALOGUE}"
    assert sorted(kept.keys() - extracted.keys()) == [], (
        f"nothing says this any more: take it out of {CATALOGUE}"
    )
    assert {key: faults(one) for key, one in kept.items() if faults(one)} == {}
    wrong = [
        text for one in kept.values() for text in one.translations if foreign(text, OF_ENGLAND_AND_WALES)
    ]
    assert wrong == []


def test_nothing_that_england_and_wales_read_is_said_with_words_of_scotland(extracted: dict[Key, Entry]):
    assert [key for key, one in extracted.items() if foreign(said(one), OF_SCOTLAND)] == []


def test_the_compiled_words_are_the_written_ones(tmp_path: Path):
    compiled(CATALOGUE, tmp_path / "django.mo")
    assert messages(tmp_path / "django.mo") == messages(CATALOGUE.with_suffix(".mo"))


def read(page: Page) -> str:
    return " | ".join(words(element) for element in page.tree.xpath(SAID))


@pytest.fixture
def walk(cast: Cast) -> CaseWalk:
    for who in ("police", "supervisor", "officer", "lead", "coordinator", "chair"):
        cast.here.user(who)
    return CaseWalk(cast.here).opened()


ROOMS = {
    "officer": (
        "home:my-day",
        "referrals:triage-queue",
        "assessment:list",
        "channel:cases",
        "concerns:start",
    ),
    "police": ("home:my-day", "assessment:list", "channel:cases"),
    "coordinator": ("channel:cases", "panel:panels", "measures:list", "reports:list"),
    "administrator": ("home:roles", "home:members"),
}


@pytest.mark.parametrize(
    ("nation", "language", "others", "own"),
    [
        ("england", "en", OF_SCOTLAND, "Channel case"),
        ("wales", "en", OF_SCOTLAND, "Channel case"),
        ("scotland", "en", OF_ENGLAND_AND_WALES, "PMAP case"),
    ],
)
def test_each_nation_reads_its_own_words(cast, walk, nation, language, others, own):
    Authority.objects.filter(pk=cast.here.authority.pk).update(nation=nation)
    with walk.acting("lead"):
        case = [reverse("channel:case", args=[walk.case.reference])]
        referral = [reverse("referrals:triage-record", args=[walk.referral.reference])]
        assessed = [reverse("assessment:record", args=[walk.referral.reference])]
    records = {"officer": case + referral, "police": case + assessed, "coordinator": case}
    for who, rooms in ROOMS.items():
        pages = Pages().sign_in(cast.here.user(who))
        for url in [*map(reverse, rooms), *records.get(who, [])]:
            page = pages.open(url)
            assert foreign(read(page), others) == [], f"{url} as {who}"
            assert page.tree.get("lang") == language
            if url in case:
                assert page.heading.startswith(own)


@pytest.mark.parametrize(
    ("nation", "deployed", "language", "said"),
    [
        ("england", "england", "en", "Channel case"),
        ("scotland", "england", "en", "PMAP case"),
        ("england", "scotland", "en", "Channel case"),
        ("", "scotland", "en", "PMAP case"),
        ("scotland", "england", "cy", "Achos Channel"),
    ],
)
def test_letters_say_it_as_the_nation_of_the_authority_does(
    cast, settings, monkeypatch, nation, deployed, language, said
):
    """A letter is made when it is sent, in the background. One of no authority speaks as the deployment does."""
    settings.WAYMARK_NATION = deployed
    planted = Template("tests.nation", gettext_lazy("Channel case"), "{link}")
    monkeypatch.setitem(templates_declared.TEMPLATES, planted.code, planted)
    if nation:
        Authority.objects.filter(pk=cast.here.authority.pk).update(nation=nation)
    authority_id = cast.here.authority.pk if nation else None
    with cast.here.acting("lead"):
        message = post(
            planted.code,
            to=cast.here.officer,
            key="k",
            link="/",
            authority_id=authority_id,
            language=language,
        )
    send(message.pk, authority_id)
    [mail] = sent_mail.outbox
    assert mail.subject == said


def test_a_letter_of_accounts_says_it_as_whoever_acts_does(cast, settings, monkeypatch):
    kept: list[str] = []
    monkeypatch.setattr(mailing, "_deliver", [lambda to, subject, body: kept.append(subject)])
    monkeypatch.setattr(mailing, "render_to_string", lambda name, context: str(gettext_lazy("Channel case")))
    for deployed, active in (("england", "en"), ("scotland", "en"), ("england", "en-scotland")):
        settings.WAYMARK_NATION = deployed
        with translation.override(active):
            mailing.letter("x", "somebody@example.org", {})
            mailing.letter("x", "somebody@example.org", {}, "cy")
    assert kept == ["Channel case", "Achos Channel"] + ["PMAP case", "Achos Channel"] * 2


def test_a_list_from_a_file_is_taken_in_every_nation(cast, walk):
    Authority.objects.filter(pk=cast.here.authority.pk).update(nation="scotland")
    police, begin = Pages().sign_in(cast.here.police), reverse("importing:begin", args=["pcmt"])
    sent = SimpleUploadedFile("pcmt.csv", b"Referral,PCMT\nR-1,T/1\n")
    assert police.send(begin, police.open(begin).form() | {"list": sent}).response.status_code == 302


def test_whoever_is_not_signed_in_reads_the_words_of_the_deployment(cast, settings):
    settings.WAYMARK_NATION = "scotland"
    answer = Pages().get(reverse("concerns:start"))
    assert answer.headers["Content-Language"] == "en-scotland"
    settings.WAYMARK_NATION = "england"
    assert Pages().get(reverse("concerns:start")).headers["Content-Language"] == "en"


def test_welsh_stays_welsh_whatever_the_nation(cast, walk):
    Authority.objects.filter(pk=cast.here.authority.pk).update(nation="scotland")
    pages = Pages().sign_in(cast.here.officer)
    answer = pages.get(reverse("channel:cases"), headers={"accept-language": "cy"})
    assert answer.headers["Content-Language"] == "cy"

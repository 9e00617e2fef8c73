"""The pages of the form: every page good and bad, saving, coming back, checking, sending."""

from __future__ import annotations

import pytest
from django.urls import reverse

from waymark.foundation.access.context import acting
from waymark.foundation.interface import shell
from waymark.foundation.kernel.refusals import Stale
from waymark.foundation.places.models import Institution
from waymark.pathway.concerns.actions import drafting
from waymark.pathway.concerns.form import versions
from waymark.pathway.concerns.models import Draft, DraftApart, Submission

from .form_walks import ANSWERS, NAME, RAISER, page_by_page, started, whole

FORM = versions.newest()
PLAIN = [page for page in FORM.pages if page.rows is None]
ROWS = [page for page in FORM.pages if page.rows is not None]
CEILING = 22


@pytest.fixture
def nurse(cast):
    cast.here.user("lead")
    return cast.here.actor("nurse")


@pytest.fixture
def client(pages, cast):
    pages.canaries = ("Ambrefeather", "Overhollow", "Quillon")
    return pages.sign_in(cast.here.user("nurse"))


@pytest.fixture
def draft(nurse):
    with acting(nurse):
        return whole(nurse)


def address(draft, code, *more):
    name = "concerns:draft-row" if more else "concerns:draft-page"
    return reverse(name, args=[draft.pk, code, *more])


def sent_as(page, values):
    """What a browser sends for kept values."""
    data = {}
    for question in page.questions:
        value = values.get(question.code)
        if question.kind in ("day", "part"):
            day = value if isinstance(value, str) else (value or {}).get("on", "")
            precision = (value or {}).get("precision", "day") if isinstance(value, dict) else "day"
            parts = dict(zip(("year", "month", "day"), day.split("-"), strict=False)) if day else {}
            keep = {"day": 3, "month": 2, "year": 1}[precision]
            for part in ("year", "month", "day")[:keep]:
                data[f"{question.code}-{part}"] = parts.get(part, "")
        elif question.kind == "yes-no":
            data[question.code] = {True: "yes", False: "no", None: ""}[value]
        elif question.kind == "school":
            data[question.code] = (value or {}).get("name", "")
        else:
            data[question.code] = "" if value is None else str(value)
    return data


GOOD = ANSWERS | {
    "school": {"name": {"name": "A school nobody listed", "id": None}},
    "person_told": {"on": "2026-04-01", "by": "Nurse", "response": "Was glad"},
    "parent_not_yet": {"because": "They are away."},
}


def test_pages_brought_in_at_once_are_the_same_as_page_by_page_and_replace_none(nurse):
    with acting(nurse):
        one, other = page_by_page(nurse), whole(nurse)
        assert one.answers == other.answers and one.typed == other.typed
        assert one.apart.answers == other.apart.answers != {}
        with pytest.raises(Stale):
            drafting.save_pages(by=nurse, draft=other, answers={"name": ANSWERS["name"]})


@pytest.mark.parametrize("page", PLAIN, ids=lambda page: page.code)
def test_a_page_keeps_what_it_is_given(page, client, nurse, draft):
    """Each page opens, takes good answers, and shows them when it is opened again."""
    if page.when:
        with acting(nurse):
            gate = FORM.find(page.when.page)
            part = drafting.part_of(draft, gate)
            values = part.answers[gate.code] | {page.when.question: page.when.values[0]}
            drafting.save_page(
                by=nurse, draft=draft, page=gate, values=values, seen=drafting.stamp(part, gate)
            )
    url = address(draft, page.code)
    opened = client.open(url)
    assert opened.queries <= CEILING
    form = opened.form()
    client.send(url, form | sent_as(page, GOOD[page.code]))
    with acting(nurse):
        kept = drafting.part_of(Draft.objects.get(pk=draft.pk), page).answers[page.code]
    assert {code: value for code, value in kept.items() if value} == {
        code: value for code, value in GOOD[page.code].items() if value
    }
    again = client.open(url).form()
    assert {
        k: v for k, v in sent_as(page, GOOD[page.code]).items() if v and again[k] != v.lstrip("0")
    } == {} or all(str(again[k]) in (v, v.lstrip("0")) for k, v in sent_as(page, GOOD[page.code]).items())


REQUIRED = [(page, q) for page in FORM.pages for q in page.questions if q.required]


@pytest.mark.parametrize(("page", "question"), REQUIRED, ids=lambda one: one.code)
def test_a_missing_answer_has_its_sentence_at_its_field(page, question, client, nurse, draft):
    if page.when:
        with acting(nurse):
            gate = FORM.find(page.when.page)
            part = drafting.part_of(draft, gate)
            values = part.answers[gate.code] | {page.when.question: page.when.values[0]}
            drafting.save_page(
                by=nurse, draft=draft, page=gate, values=values, seen=drafting.stamp(part, gate)
            )
    url = address(draft, page.code, 1) if page.rows and page.code in ("concern", "addresses") else (
        address(draft, page.code, 1) if page.rows else address(draft, page.code))  # fmt: skip
    empty = dict.fromkeys(sent_as(page, {}), "") | {"seen": client.open(url).form()["seen"]}
    page_back = client.send(url, empty, status=200)
    assert str(question.required) in page_back.errors
    assert page_back.tree.xpath("//title")[0].text.startswith("Error:")


BAD = [
    ("name", {"forenames": "A\x00B"}, "characters that cannot be read"),
    ("name", {"forenames": "A\u202eB"}, "change the direction"),
    ("name", {"forenames": "x" * 100}, "99 characters or fewer"),
    ("name", {"forenames": "!!!", "surname": ""}, "at least one letter"),
    ("born", {"born-day": "31", "born-month": "2", "born-year": "2012"}, "real date"),
    ("born", {"born-day": "1", "born-month": "1", "born-year": "2190"}, "in the past"),
    ("born", {"born-year": "2012", "age": "14"}, "not both"),
    ("born", {"born-year": "", "born-month": "", "born-day": "", "age": "140"}, "120"),
    ("born", {"born-day": "", "born-month": "", "born-year": "", "age": ""}, "Enter a date of birth"),
    ("gender", {"gender": "forged"}, "Choose one of the answers"),
    ("contact", {"email": "nobody"}, "correct format"),
    ("contact", {"phone": "12"}, "telephone number"),
    ("other", {"words": "x" * 5001}, "5000 characters or fewer"),
    ("person_not_yet", {"because": "\x07"}, "characters that cannot be read"),
]


@pytest.mark.parametrize(("code", "typed", "sentence"), BAD)
def test_bad_input_gets_a_sentence_and_stays(code, typed, sentence, client, nurse, draft):
    url = address(draft, code)
    back = client.send(url, client.open(url).form() | typed, status=200)
    assert any(sentence in error for error in back.errors), back.errors
    # The answers that were whole stay; what was typed is there again tomorrow, without what no database holds.
    later = client.open(url)
    assert later.errors or any(char < " " for text in typed.values() for char in text)
    field, text = next((k, v) for k, v in typed.items() if v or k == "age")
    if text.isprintable() and field != "gender":
        assert later.form()[field] == text
    with acting(nurse):
        assert code in Draft.objects.get(pk=draft.pk).typed
    check = client.open(reverse("concerns:draft-check", args=[draft.pk]))
    assert "Still to answer" in check.text


@pytest.mark.parametrize("page", ROWS, ids=lambda page: page.code)
def test_rows_are_added_changed_and_removed(page, client, nurse):
    rows = {
        "addresses": {"kind": "home", "lines": "1 Invented Row", "postcode": "ZZ1 1ZZ"},
        "household": {"name": "Bryn", "relationship": "Brother", "age": "", "notes": ""},
        "concern": {"words": "Said so", "happened_on-year": "2026", "standing": "fact", "source": ""},
        "needs": {"words": "Quiet", "bearing": "separate", "why": "It just is", "source": "Parent"},
        "agencies": {"name": "Doctor", "contact": "", "result": "Nothing new"},
    }
    with acting(nurse):
        draft = started(nurse)
    url = address(draft, page.code)
    nothing = client.send(
        url, client.open(url).form() | {"more": "no"}, status=200 if page.rows.least else 302
    )
    assert bool(nothing.errors) == bool(page.rows.least)
    client.send(url, client.open(url).form() | {"more": "yes"})
    for _time in range(2):
        one = address(draft, page.code, _time + 1)
        client.send(one, client.open(one).form() | rows[page.code])
    with acting(nurse):
        assert len(Draft.objects.get(pk=draft.pk).answers[page.code]["rows"]) == 2
    listed = client.open(url)
    remove = listed.tree.xpath("//form[contains(@action,'/remove/')]/@action")[0]
    client.send(remove, listed.form(0))
    client.send(url, client.open(url).form(-1) | {"more": "no"})
    with acting(nurse):
        held = Draft.objects.get(pk=draft.pk).answers[page.code]
    assert (len(held["rows"]), held["done"]) == (1, True)
    client.open(address(draft, page.code, 9), status=404)


def test_a_school_is_chosen_from_the_list(client, nurse, draft, cast):
    found = Institution.objects.create(
        kind="school", urn="999001", name="Invented Meadow School", name_folded="invented meadow school", source="test",
        status="open",
    )  # fmt: skip
    learns = address(draft, "learns")
    client.send(learns, client.open(learns).form() | {"learns": "yes"})
    url = address(draft, "school")
    asked = client.send(url, client.open(url).form() | {"name": "meadow"}, status=200)
    assert "Choose from the list" in asked.errors[0]
    client.send(url, asked.form() | {"chosen": str(found.pk)})
    with acting(nurse):
        assert Draft.objects.get(pk=draft.pk).answers["school"]["name"] == {
            "name": found.name,
            "id": found.pk,
        }
    # Opened again and sent as it is, it stays chosen; “not in the list” keeps what was typed.
    client.send(url, client.open(url).form())
    asked = client.send(url, client.open(url).form() | {"name": "meadow"}, status=200)
    client.send(url, asked.form() | {"name": "meadow", "chosen": "none"})
    with acting(nurse):
        assert Draft.objects.get(pk=draft.pk).answers["school"]["name"] == {"name": "meadow", "id": None}


def test_the_way_from_the_start_to_the_receipt(client, nurse):
    client.open(reverse("concerns:start"))
    danger = client.fill(reverse("concerns:danger"), danger="no")
    assert danger.response["Location"] == reverse("concerns:before")
    emergency = client.fill(reverse("concerns:danger"), danger="yes")
    assert "999" in client.open(emergency.response["Location"]).heading
    assert "lawful protest" in client.open(reverse("concerns:before")).text
    begin = reverse("concerns:begin")
    back = client.send(begin, client.open(begin).form() | {"talked": "yes"}, status=200)
    assert "call 999" in back.errors[0]
    begun = client.fill(begin, danger="no", talked="none")
    listed = client.open(begun.response["Location"])
    assert "Not started" in listed.text
    assert listed.queries <= CEILING


def test_checking_and_sending(client, nurse, draft):
    url = reverse("concerns:draft-check", args=[draft.pk])
    check = client.open(url)
    assert NAME.split()[0] in check.text
    assert RAISER in check.text
    assert check.queries <= CEILING
    form = check.form()
    sent = client.send(url, form)
    again = client.send(url, form)
    assert sent.response["Location"] == again.response["Location"]
    receipt = client.open(sent.response["Location"])
    with acting(nurse):
        submission = Submission.objects.get()
    assert submission.reference in receipt.text
    assert (
        client.send(url, client.open(reverse("concerns:begin")).form()).response["Location"]
        == sent.response["Location"]
    )
    progress = client.open(reverse("concerns:progress", args=[submission.reference]))
    assert "Received" in progress.text
    assert progress.queries <= CEILING
    answers = client.open(reverse("concerns:answers", args=[submission.reference]))
    assert "Ambrefeather" in answers.text
    assert RAISER not in answers.text
    mine = client.open(reverse("concerns:mine"))
    assert submission.reference in mine.text
    assert "Ambrefeather" not in mine.text


def test_two_windows_do_not_overwrite_each_other(client, nurse, draft):
    url = address(draft, "other")
    one, two = client.open(url).form(), client.open(url).form()
    client.send(url, one | {"words": "From the first window"})
    back = client.send(url, two | {"words": "From the second window"}, status=200)
    assert "another window" in back.errors[0]
    assert back.form()["words"] == "From the second window"
    with acting(nurse):
        assert Draft.objects.get(pk=draft.pk).answers["other"]["words"] == "From the first window"
    client.send(url, back.form())
    with acting(nurse):
        assert Draft.objects.get(pk=draft.pk).answers["other"]["words"] == "From the second window"


def test_planted_a_page_without_its_marking_is_found(client, draft, monkeypatch):
    url = reverse("concerns:draft", args=[draft.pk])
    client.open(url)
    monkeypatch.setattr(shell, "marking", lambda request: "")
    with pytest.raises(AssertionError, match="is not marked"):
        client.open(url)


def test_a_draft_is_thrown_away(client, nurse, draft, everything):
    client.fill(reverse("concerns:draft-discard", args=[draft.pk]))
    with everything():
        assert not Draft.objects.exists()
        assert not DraftApart.objects.exists()


@pytest.mark.parametrize("who", ["teacher", "dsl", "other_dsl", "officer", "lead", "police"])
def test_a_draft_is_nobody_elses(who, pages, cast, draft):
    for side in (cast.here, cast.there):
        pages.sign_in(side.user(who))
        for name, more in (("draft", ()), ("draft-page", ("name",)), ("draft-check", ()), ("approve", ())):
            pages.open(reverse(f"concerns:{name}", args=[draft.pk, *more]), status=404)


def test_information_is_added(client, nurse, draft):
    sent = client.send(reverse("concerns:draft-check", args=[draft.pk]), client.open(
        reverse("concerns:draft-check", args=[draft.pk])).form())  # fmt: skip
    reference = sent.response["Location"].rstrip("/").split("/")[-2]
    url = reverse("concerns:add", args=[reference])
    assert client.send(url, client.open(url).form(), status=200).errors == ["Write what you want to add"]
    client.fill(url, words="They said it again.")
    assert "They said it again." in client.open(reverse("concerns:progress", args=[reference])).text


def test_what_was_typed_never_becomes_markup(client, nurse):
    typed = "<script>alert(1)</script>\n& more"
    with acting(nurse):
        draft = whole(nurse, other={"words": typed})
    check = client.open(reverse("concerns:draft-check", args=[draft.pk]))
    assert b"<script>alert" not in check.response.content
    assert "<script>alert(1)</script>& more" in check.text

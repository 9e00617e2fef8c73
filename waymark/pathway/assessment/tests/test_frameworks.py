"""Frameworks come from a file, by name and version; none of them counts anything, and none is invented here."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from tests.pages import Pages
from waymark.pathway.assessment import frameworks
from waymark.pathway.assessment.models import Framework, WrittenAssessment

from .walks import PoliceWalk

OURS: dict[str, Any] = {
    "code": "tests-own",
    "edition": "3",
    "title": "Framework of the tests",
    "source": "Made up for the tests.",
    "headings": [{"title": "What is known", "questions": ["What was seen?", "What was said?"]}],
}


def file(folder: Path, **changes: Any) -> Path:
    path = folder / "framework.json"
    path.write_text(json.dumps(OURS | changes), encoding="utf-8")
    return path


def test_only_the_framework_of_2012_comes_with_the_service_and_as_an_example():
    assert list(frameworks.EXAMPLE.parent.iterdir()) == [frameworks.EXAMPLE]
    shipped = frameworks.read(frameworks.EXAMPLE)
    assert (shipped["edition"], shipped["is_example"]) == ("2012", True)
    assert "Replaced by the police in September 2024" in shipped["source"]
    assert [len(heading["questions"]) for heading in shipped["headings"]] == [13, 6, 3]


def test_one_is_loaded_once_and_never_changed(db, tmp_path):
    call_command("load_framework", file(tmp_path))
    call_command("load_framework", file(tmp_path))
    assert Framework.objects.get(code="tests-own").headings == OURS["headings"]
    others = [{"title": "What is known", "questions": ["Something else?"]}]
    with pytest.raises(CommandError, match="another edition"):
        call_command("load_framework", file(tmp_path, headings=others))
    call_command("load_framework", file(tmp_path, headings=others, edition="4"))
    assert Framework.objects.filter(code="tests-own").count() == 2


@pytest.mark.parametrize(
    "headings",
    [
        [{"title": "What is known", "questions": ["What was seen?"], "weight": 3}],
        [{"title": "What is known", "questions": [{"words": "What was seen?", "score": 2}]}],
        [{"title": "What is known", "questions": []}],
        [],
        "What is known",
    ],
    ids=["a weight", "a score", "no question", "no heading", "no list"],
)
def test_what_counts_or_asks_nothing_is_no_framework(tmp_path, headings):
    with pytest.raises(ValueError, match="and nothing else"):
        frameworks.read(file(tmp_path, headings=headings))


def test_each_assessment_says_by_which_framework_it_was_written_and_adds_nothing_up(cast, tmp_path):
    for who in ("police", "officer", "lead"):
        cast.here.user(who)
    walk = PoliceWalk(cast.here).sent().taken_by_police().checked().written()
    ours, _new = frameworks.load(file(tmp_path))
    walk.written(framework=ours, answers={"0.1": "He spoke of leaving."}, changed="He has left the group.")
    with walk.acting("police"):
        url = reverse("assessment:record", args=[walk.referral.reference])
        assert [str(one.framework) for one in WrittenAssessment.objects.order_by("signed_at")] == [
            "Vulnerability assessment framework, 2012", "Framework of the tests, 3",
        ]  # fmt: skip
    page = Pages().sign_in(cast.here.police).open(url)
    first, second = (
        page.text.index(words)
        for words in ("Vulnerability assessment framework, 2012", "Framework of the tests, 3")
    )
    assert first < second < page.text.index("He has left the group.")
    assert not any(word in page.text.lower() for word in ("total", "score", "points", "compared with"))

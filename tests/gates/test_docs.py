"""What the papers name is there: paths, pages, pictures, links and commands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import URLPattern, URLResolver, get_resolver

ROOT: Path = settings.ROOT
PAPERS = [
    ROOT / "README.md", ROOT / "DEVELOPERS.md", ROOT / "CHANGELOG.md", ROOT / "SECURITY.md",
    *sorted(path for path in (ROOT / "docs").rglob("*.md") if "reference" not in path.parts),
]  # fmt: skip
TOPS = ("waymark", "tests", "docs", "launcher", "bench", "requirements")

CODE = re.compile(r"`([^`\n]+)`")
PATH = re.compile(rf"^(?:\./)?(?:{'|'.join(TOPS)})/[\w./-]*$")
LINK = re.compile(r"!?\[[^\]]*\]\(([^)#\s]+)(?:#[^)]*)?\)")
URL_NAME = re.compile(r"^([a-z]+):([a-z]+(?:-[a-z]+)*)$")
BLOCK = re.compile(r"^```$(.*?)^```$", re.MULTILINE | re.DOTALL)
VERB = re.compile(r"\./run +([a-z]+)\b")
HELP_VERB = re.compile(r"^  \./run ([a-z]+)", re.MULTILINE)


def url_names(patterns: list[URLPattern | URLResolver], before: str = "") -> Iterator[str]:
    """The names of all routes, with their part: `referrals:triage-decide`."""
    for one in patterns:
        if isinstance(one, URLResolver):
            yield from url_names(one.url_patterns, f"{before}{one.namespace}:" if one.namespace else before)
        elif one.name:
            yield before + one.name


NAMES = frozenset(url_names(get_resolver().url_patterns))
PARTS = frozenset(name.split(":")[0] for name in NAMES if ":" in name)
VERBS = frozenset(HELP_VERB.findall((ROOT / "launcher" / "help.txt").read_text(encoding="utf-8")))


def codes(text: str) -> list[str]:
    return [code.strip() for code in CODE.findall(text)]


def faults(text: str, folder: Path) -> list[str]:
    """Everything that a paper standing in `folder` names and that is not there."""
    found = []
    for code in codes(text):
        if PATH.match(code) and not (ROOT / code).exists():
            found.append(f"there is no {code}")
        name = URL_NAME.match(code)
        if name and name[1] in PARTS and code not in NAMES:
            found.append(f"no page is named {code}")
    for target in LINK.findall(text):
        if not re.match(r"[a-z]+:", target) and not (folder / target).exists():
            found.append(f"the link to {target} leads nowhere")
    found += [f"./run has no verb {verb}" for verb in VERB.findall(commands(text)) if verb not in VERBS]
    return found


def commands(text: str) -> str:
    """Only what is typed: in backticks, and the lines of code blocks that begin with a command."""
    blocks = "\n".join(BLOCK.findall(text))
    typed = re.findall(r"^\s*(\./run .*?)(?: {3,}.*)?$", blocks, re.MULTILINE)
    return "\n".join([*codes(text), *typed])


@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: str(path.relative_to(ROOT)))
def test_what_a_paper_names_is_there(paper: Path):
    assert faults(paper.read_text(encoding="utf-8"), paper.parent) == []


def test_papers_are_found_and_name_enough_to_be_worth_the_gate():
    tour = codes((ROOT / "docs" / "tour.md").read_text(encoding="utf-8"))
    assert len(PAPERS) > 15
    assert len([code for code in tour if PATH.match(code)]) > 40
    assert "referrals:triage-decide" in tour
    assert {"manage", "import", "reset"} <= VERBS


@pytest.mark.parametrize(
    ("planted", "fault"),
    [
        ("see `waymark/pathway/nowhere.py`", "there is no waymark/pathway/nowhere.py"),
        ("the page `referrals:triage-guess`", "no page is named referrals:triage-guess"),
        ("![A page](pictures/none.png)", "the link to pictures/none.png leads nowhere"),
        ("[read](gone.md#part)", "the link to gone.md leads nowhere"),
        ("type `./run fly`", "./run has no verb fly"),
        ("```\n./run jump --high\n```", "./run has no verb jump"),
    ],
)
def test_planted_faults_are_found(planted: str, fault: str):
    assert faults(planted, ROOT / "docs" / "guide") == [fault]


@pytest.mark.parametrize(
    "right",
    [
        "`waymark/pathway/referrals/states.py`", "`referrals:triage-decide`", "[tour](../tour.md)", "`./run bench`",
        "`user:<uuid>` and `authority:<id>:triage`", "[elsewhere](https://example.org/page)", "./run sets up and serves",
    ],
)  # fmt: skip
def test_what_is_right_is_left_alone(right: str):
    assert faults(right, ROOT / "docs" / "guide") == []


def test_every_picture_of_the_guide_is_shown_and_small():
    folder = ROOT / "docs" / "guide" / "pictures"
    pictures = {path.name: path.stat().st_size for path in folder.glob("*.png")}
    shown = {Path(t).name for paper in PAPERS for t in LINK.findall(paper.read_text(encoding="utf-8"))}
    assert sorted(set(pictures) - shown) == []
    assert 0 < sum(pictures.values()) < 35_000 * len(pictures) and max(pictures.values()) < 90_000

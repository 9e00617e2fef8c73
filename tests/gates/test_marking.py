"""Every text that is shown is marked for translation, in templates and in Python."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

WAYMARK = Path(__file__).resolve().parents[2] / "waymark"
# Reviewed: names, and signs that are the same in both languages.
SAME_IN_BOTH = {"Waymark", "– Waymark", "Esc", "PDF", "CSV"}
# Reviewed: the gallery of components, which shows developers invented questions and is not served to the public.
FOR_DEVELOPERS = {"gallery.html", "gallery_question.html", "gallery_skeleton.html", "examples.py"}
# The only text a block may hold that is no word: the name of a class.
CLASS_NAME = re.compile(r"govuk-[\w-]+")
HIDDEN = re.compile(
    r"\{#.*?#\}|\{%-?\s*comment\b.*?endcomment\s*-?%\}|\{%\s*blocktrans\w*\b.*?\{%\s*endblocktrans\w*\s*%\}"
    r"|<(script|style)\b.*?</\1>|<!--.*?-->",
    re.DOTALL,
)
TEMPLATE_TAG = re.compile(r"\{[%{].*?[%}]\}", re.DOTALL)
SAID_BY_ATTRIBUTE = re.compile(r'\s(?:title|alt|placeholder|aria-label)="([^"]*)"')
SAID_BY_COMPONENT = re.compile(r'\b(?:\w+__)?(?:text|label|title|hint|heading|legend|caption)="([^"]*)"')
SAID_IN_PYTHON = {"label", "hint", "help_text", "legend", "heading", "caption", "sentence", "verbose_name"}
SAYING_CALLS = {"refuse", "Refusal", "ValidationError"}


def unmarked_in_template(source: str) -> list[str]:
    """Words of a template that reach the page as they are written."""
    shown = HIDDEN.sub(" ", source)
    said = [text for tag in TEMPLATE_TAG.findall(shown) for text in SAID_BY_COMPONENT.findall(tag)]
    bare = TEMPLATE_TAG.sub("\x00", shown)
    said += SAID_BY_ATTRIBUTE.findall(bare)
    said += re.split(r"\x00", re.sub(r"<[^>]*>", "\x00", bare))
    stripped = (text.strip() for text in said)
    return [
        text
        for text in stripped
        if re.search(r"[A-Za-z]{2}", text) and text not in SAME_IN_BOTH and not CLASS_NAME.fullmatch(text)
    ]


def unmarked_in_python(tree: ast.AST) -> list[str]:
    """Bare sentences given to what is shown: labels, hints, refusals."""
    found = []
    for node in (n for n in ast.walk(tree) if isinstance(n, ast.Call)):
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        said: list[ast.expr] = [k.value for k in node.keywords if k.arg in SAID_IN_PYTHON]
        said += node.args[:1] if name in SAYING_CALLS else []
        found += [
            one.value
            for one in said
            if isinstance(one, ast.Constant) and isinstance(one.value, str) and " " in one.value
        ]
    return found


def sources(suffix: str) -> Iterator[Path]:
    for path in sorted(WAYMARK.rglob(f"*{suffix}")):
        parts = path.relative_to(WAYMARK).parts
        if (
            not {"tests", "migrations", "static", "vendor", "locale"} & set(parts)
            and path.name not in FOR_DEVELOPERS
        ):
            yield path


def relative(path: Path) -> str:
    return str(path.relative_to(WAYMARK))


@pytest.mark.parametrize("path", list(sources(".html")), ids=relative)
def test_text_of_templates_is_marked(path: Path):
    assert unmarked_in_template(path.read_text(encoding="utf-8")) == []


def test_text_given_in_python_is_marked():
    found = {
        relative(path): unmarked_in_python(ast.parse(path.read_text("utf-8"))) for path in sources(".py")
    }
    assert {path: said for path, said in found.items() if said} == {}


def within_f_strings(tree: ast.AST) -> list[str]:
    """Marked texts that the extraction cannot see: it does not look into f-strings."""
    parts = [part for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in ast.walk(node)]
    called = [part for part in parts if isinstance(part, ast.Call) and getattr(part.func, "id", "") == "_"]
    return [ast.unparse(one) for one in called]


def test_no_marked_text_stands_within_an_f_string():
    found = {relative(path): within_f_strings(ast.parse(path.read_text("utf-8"))) for path in sources(".py")}
    assert {path: texts for path, texts in found.items() if texts} == {}
    assert within_f_strings(ast.parse("""f"{day} ({_('deputy')})" """)) == ["_('deputy')"]


def test_the_lint_of_marking_finds_planted_faults():
    assert unmarked_in_template("<p>Hello {{ name }}, <b>look</b></p>") == ["Hello", ", ", "look"][:1] + [
        "look"
    ]
    assert unmarked_in_template('<img alt="A chart">{% component "button" text="Go on" %}') == [
        "Go on",
        "A chart",
    ]
    assert (
        unmarked_in_template('{% load waymark %}<p class="a">{% translate "Hello there" %}: {{ x }}</p>')
        == []
    )
    assert unmarked_in_template("{% blocktranslate trimmed %}Hello <b>you</b>{% endblocktranslate %}") == []
    assert unmarked_in_python(ast.parse('Line(label="Your name")\nrefuse("Not now.")')) == [
        "Your name",
        "Not now.",
    ]
    assert unmarked_in_python(ast.parse('Line(label=_("Your name"))\nrefuse(_("Not now."))')) == []

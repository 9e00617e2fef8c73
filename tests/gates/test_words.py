"""Words and shapes that stay out of the house (what must not be built), and what keeps strict pages strict."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.db import connection

ROOT = Path(__file__).resolve().parents[2]
WAYMARK = ROOT / "waymark"

# Field and model names that would score, rank or colour a person (rights.md N-01), and free tagging (N-03).
FORBIDDEN_NAME = re.compile(
    r"(^|_)(score|rank|risk_level|risk_score|probab\w*|weight|rag|threat|likelihood|watch_?list|suspect|nominal|"
    r"tags?|percentage|prediction)(_|$)",
    re.IGNORECASE,
)
# Words that pages do not use of people (U-20, PRODUCT.md).
FORBIDDEN_WORD = re.compile(
    r"\b(suspects?|nominals?|offenders?|at-risk individual|risk score|radicali[sz]ed person|red flag)\b",
    re.IGNORECASE,
)
FORBIDDEN_IMPORT = re.compile(
    r"^(sklearn|torch|tensorflow|transformers|openai|anthropic|requests|httpx|aiohttp|urllib\.request|urllib3)(\.|$)"
)
# Nothing may depend on what somebody believes (N-09, L-07).
BELIEF = re.compile(r"ideolog|religion|ethnicit|faith", re.IGNORECASE)


def sources(suffix: str = ".py") -> Iterator[Path]:
    for path in sorted(WAYMARK.rglob(f"*{suffix}")):
        if "static" not in path.parts and "migrations" not in path.parts:
            yield path


def product_sources() -> list[Path]:
    return [path for path in sources() if "tests" not in path.parts]


def forbidden_names(names: list[str]) -> list[str]:
    return [name for name in names if FORBIDDEN_NAME.search(name)]


def forbidden_imports(tree: ast.AST) -> list[str]:
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names if FORBIDDEN_IMPORT.match(alias.name)]
        elif isinstance(node, ast.ImportFrom) and node.module and FORBIDDEN_IMPORT.match(node.module):
            found.append(node.module)
    return found


def beliefs_in_conditions(tree: ast.AST) -> list[int]:
    """Lines where an `if`, a comparison or a filter reads a name that speaks of belief."""
    lines = []
    for node in ast.walk(tree):
        if isinstance(node, (ast.If, ast.IfExp, ast.While)):
            tested = node.test
        elif isinstance(node, ast.Compare):
            tested = node
        else:
            continue
        names = [n.id for n in ast.walk(tested) if isinstance(n, ast.Name)]
        names += [n.attr for n in ast.walk(tested) if isinstance(n, ast.Attribute)]
        names += [
            n.value
            for n in ast.walk(tested)
            if isinstance(n, ast.Constant) and isinstance(n.value, str) and len(n.value) < 40
        ]
        if any(BELIEF.search(name) for name in names):
            lines.append(node.lineno)
    return lines


def test_no_model_field_scores_ranks_or_tags_a_person():
    names = [
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        if model.__module__.startswith("waymark")
        for field in model._meta.get_fields()
    ]
    assert len(names) > 100
    assert [n for n in names if forbidden_names([n.rsplit(".", 1)[1]])] == []


def test_the_name_lint_finds_what_it_should_and_leaves_the_rest():
    assert forbidden_names(["risk_score", "rank", "person_tags", "watchlist", "rag"]) == [
        "risk_score",
        "rank",
        "person_tags",
        "watchlist",
        "rag",
    ]
    assert forbidden_names(["stage", "dragged_on", "frank_answer", "ranked"]) == []


# The one file that asks another computer: the identity provider that the settings name (docs/decisions/0013-sign-in.md).
REACHES_OUT = {
    "foundation/accounts/sign_on/provider.py": ["requests", "requests.auth"],
    "delivery/library/link_checks.py": ["urllib3", "urllib3.exceptions"],
}


# What a page, a column of a table or an export would say if somebody were scored, ranked or predicted (N-01).
SCORING = re.compile(
    r"\b(risk (score|level|rating|rank\w*)|scores?|scored|ranking|rag rating|likelihood|probabilit\w+|threat level|"
    r"watch ?list|predict\w*)\b",
    re.IGNORECASE,
)
PROMISE = "Nobody is given a score"
SAYS = {
    "_",
    "gettext",
    "gettext_lazy",
    "gettext_now",
    "ngettext",
    "ngettext_lazy",
    "pgettext",
    "pgettext_lazy",
}


def said(tree: ast.AST) -> list[str]:
    """Every text of the code that people read: labels of fields and columns, heads of exports, sentences."""
    return [
        argument.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in SAYS
        for argument in node.args
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    ]


def test_no_column_of_the_database_scores_ranks_or_tags_a_person(db):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name || '.' || column_name FROM information_schema.columns "
            "WHERE table_schema IN ('public', 'ledger', 'retention') AND table_name !~ '^(auth|django|procrastinate)'"
        )
        names = [name for (name,) in cursor.fetchall()]
    assert len(names) > 300
    assert [n for n in names if forbidden_names([n.rsplit(".", 1)[1]])] == []


@pytest.mark.parametrize("path", product_sources(), ids=lambda p: str(p.relative_to(WAYMARK)))
def test_no_label_column_or_export_scores_or_ranks(path: Path):
    assert [text for text in said(ast.parse(path.read_text(encoding="utf-8"))) if SCORING.search(text)] == []


def test_the_lint_of_labels_finds_planted_faults():
    planted = 'Column(_("Risk score"), "x"); writer.writerow([_("Threat level"), _("Day")])'
    assert [text for text in said(ast.parse(planted)) if SCORING.search(text)] == [
        "Risk score",
        "Threat level",
    ]


@pytest.mark.parametrize("path", product_sources(), ids=lambda p: str(p.relative_to(WAYMARK)))
def test_no_part_reaches_out_or_learns_about_people(path: Path):
    allowed = REACHES_OUT.get(str(path.relative_to(WAYMARK)), [])
    assert forbidden_imports(ast.parse(path.read_text(encoding="utf-8"))) == allowed


def test_the_import_lint_finds_a_planted_fault():
    assert forbidden_imports(ast.parse("import requests\nfrom urllib.request import urlopen")) == [
        "requests",
        "urllib.request",
    ]


@pytest.mark.parametrize(
    "path",
    [
        p
        for p in product_sources()
        if ("pathway" in p.parts and p.name in {"policies.py", "queries.py", "states.py"})
        or ("actions" in p.parts and "pathway" in p.parts)
    ],
    ids=lambda p: str(p.relative_to(WAYMARK)),
)
def test_no_rule_reads_what_somebody_believes(path: Path):
    if path.name == "equality.py":
        pytest.skip("records equality answers, which no rule reads")
    assert beliefs_in_conditions(ast.parse(path.read_text(encoding="utf-8"))) == []


def test_the_belief_lint_finds_a_planted_fault():
    assert beliefs_in_conditions(ast.parse("if referral.ideology == 'x':\n    close()")) == [1, 1]
    assert beliefs_in_conditions(ast.parse("if referral.state == 'x':\n    close()")) == []


@pytest.mark.parametrize("path", list(sources(".html")), ids=lambda p: str(p.relative_to(WAYMARK)))
def test_templates_keep_to_the_words_and_escape_everything(path: Path):
    text = path.read_text(encoding="utf-8")
    assert FORBIDDEN_WORD.findall(text) == [] and SCORING.search(text.replace(PROMISE, "")) is None
    assert re.findall(r"autoescape off|\sstyle=|\son\w+=\"|javascript:", text) == []
    assert bool(re.findall(r"\|\s*safe\b", text)) is (
        path.name in DRAWN_INSIDE and path.parent.name == "jinja"
    )


# Our own components that take drawn pieces under `html`, as the GOV.UK macros do; the callers escape.
DRAWN_INSIDE = {"identity.html", "ticket-panel.html", "filter-panel.html", "timeline.html"}


def test_the_template_lint_finds_planted_faults():
    assert FORBIDDEN_WORD.findall("<p>The suspect was seen</p>") == ["suspect"]


# Reviewed, one by one: components hand on what the GOV.UK macros have escaped, drawing joins such pieces, the tags
# return empty or drawn pieces, and the picture of a second step is made by allauth from its own secret.
MARKS_SAFE = {
    "foundation/interface/components.py",
    "foundation/interface/drawing.py",
    "foundation/interface/references_drawn.py",
    "foundation/interface/tables.py",
    "foundation/interface/templatetags/waymark.py",
    "foundation/accounts/views/second_factor.py",
}
UNSAFE = re.compile(r"\bmark_safe\(|\.extra\((?:where|select|tables|params)=|fields\s*=\s*['\"]__all__")


@pytest.mark.parametrize("path", product_sources(), ids=lambda p: str(p.relative_to(WAYMARK)))
def test_no_code_marks_text_safe_or_writes_raw_sql_from_strings(path: Path):
    found = UNSAFE.findall(path.read_text(encoding="utf-8"))
    assert bool(found) is (str(path.relative_to(WAYMARK)) in MARKS_SAFE), found


def test_the_unsafe_lint_finds_planted_faults():
    planted = ["mark_safe(x)", "Person.objects.extra(where=[x])", 'fields = "__all__"']
    assert [bool(UNSAFE.search(line)) for line in planted] == [True] * 3
    assert not UNSAFE.search("self.extra(bound)")


def travellers(text: str) -> bool:
    return bool(re.search(r"\btravelled\(", text))


def test_only_the_demonstration_moves_the_clock():
    moving = [path for path in product_sources() if travellers(path.read_text())]
    named = {str(path.relative_to(WAYMARK)) for path in moving}
    assert named == {"foundation/kernel/clock.py", "demo/telling.py"}


def test_a_moved_clock_would_be_seen():
    assert travellers("with clock.travelled(yesterday):")

"""What no line of the source does, read from the source itself: each rule is one of docs/asvs.csv, and each is shown a
line that breaks it. Beside them, what a stranger asks a server for first."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model

ROOT: Path = settings.ROOT
PARTS = ("waymark", "launcher", "verifier")
PATTERNS = {"compile", "match", "search", "fullmatch", "sub", "findall", "finditer", "split", "subn"}
UNSAFE_FORMS = {"pickle", "marshal", "shelve", "dill", "yaml"}
WEAK = {"md5", "sha1", "ECB", "CBC", "ARC4", "TripleDES", "Blowfish", "IDEA", "CAST5", "SEED", "PKCS1v15"}
Rule = Callable[[ast.AST], bool]


def sources() -> Iterator[Path]:
    """Ours, without tests and what only the demonstration is made of."""
    for part in PARTS:
        for path in sorted((ROOT / part).rglob("*.py")):
            if not {"tests", "demo"} & set(path.parts):
                yield path


def name_of(node: ast.AST) -> str:
    """`os.system` of `os.system(…)`."""
    if isinstance(node, ast.Attribute):
        return f"{name_of(node.value)}.{node.attr}".strip(".")
    return node.id if isinstance(node, ast.Name) else ""


def imported(node: ast.AST) -> set[str]:
    if isinstance(node, ast.ImportFrom):
        return {(node.module or "").split(".")[0]}
    return {each.name.split(".")[0] for each in node.names} if isinstance(node, ast.Import) else set()


def by_the_shell(node: ast.AST) -> bool:
    if not isinstance(node, ast.Call):
        return False
    shell = any(
        each.arg == "shell" and not (isinstance(each.value, ast.Constant) and not each.value.value)
        for each in node.keywords
    )
    return shell or name_of(node.func) in {"os.system", "os.popen", "subprocess.getoutput"}


def runs_what_it_reads(node: ast.AST) -> bool:
    return bool(imported(node) & UNSAFE_FORMS) or (
        isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"eval", "exec"}
    )


def a_pattern_of_what_was_typed(node: ast.AST) -> bool:
    """A pattern put together with a name in small letters that `re.escape` has not seen."""
    if not isinstance(node, ast.Call) or not node.args or not name_of(node.func).startswith("re."):
        return False
    if name_of(node.func).removeprefix("re.") not in PATTERNS or not isinstance(node.args[0], ast.JoinedStr):
        return False
    held = [each.value for each in node.args[0].values if isinstance(each, ast.FormattedValue)]
    return any(
        not name_of(each).isupper() and not (isinstance(each, ast.Call) and name_of(each.func) == "re.escape")
        for each in held
    )


def weak(node: ast.AST) -> bool:
    return (isinstance(node, ast.Attribute) and node.attr in WEAK) or (
        isinstance(node, ast.ImportFrom) and any(each.name in WEAK for each in node.names)
    )


def guessable(node: ast.AST) -> bool:
    return "random" in imported(node)


def broken(rule: Rule, text: str) -> list[int]:
    return [getattr(node, "lineno", 0) for node in ast.walk(ast.parse(text)) if rule(node)]


def everywhere(rule: Rule) -> list[str]:
    return [
        f"{path.relative_to(ROOT)}:{line}"
        for path in sources()
        for line in broken(rule, path.read_text(encoding="utf-8"))
    ]


def test_nothing_is_given_to_a_shell():
    assert broken(by_the_shell, "subprocess.run(words, shell=True)\nos.system(typed)") == [1, 2]
    assert everywhere(by_the_shell) == []


def test_nothing_that_is_read_is_run():
    assert broken(runs_what_it_reads, "import pickle\nfrom yaml import load\neval(typed)") == [1, 2, 3]
    assert everywhere(runs_what_it_reads) == []
    assert settings.SESSION_SERIALIZER.endswith("JSONSerializer")


def test_no_pattern_is_made_of_what_was_typed():
    assert broken(
        a_pattern_of_what_was_typed, 're.compile(f"^{typed}$")\nre.match(f"{re.escape(x)}", y)'
    ) == [1]
    assert everywhere(a_pattern_of_what_was_typed) == []


def test_no_weak_mode_cipher_or_hash_is_used():
    planted = "modes.ECB()\nhashlib.md5(x)\nfrom x import ARC4\nhashlib.sha256(x)"
    assert sorted(broken(weak, planted)) == [1, 2, 3]
    assert everywhere(weak) == []
    sql = [
        path for path in (ROOT / "waymark").rglob("*.sql") if re.search(r"\b(md5|sha1)\(", path.read_text())
    ]
    assert sql == []


def test_no_chance_that_can_be_guessed():
    """`random` stands nowhere but in what is invented: keys, tokens and names come from the operating system."""
    assert broken(guessable, "import random\nfrom random import choice\nimport secrets") == [1, 2]
    assert everywhere(guessable) == []


SCRIPT_RULES = {
    "keeps nothing in the browser’s store": r"localStorage|sessionStorage|indexedDB|document\.cookie\s*=",
    "writes no HTML": r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function",
    "reads nothing by a name that a page could take": r"document\.(forms|all|images)\b|window\[",
}


@pytest.mark.parametrize("rule", list(SCRIPT_RULES.values()), ids=list(SCRIPT_RULES))
def test_no_script_of_ours(rule: str):
    ours = [
        path for path in (ROOT / "waymark").glob("**/static/**/*.js") if not path.name.endswith(".min.js")
    ]
    assert len(ours) > 3
    assert re.search(rule, "sessionStorage.x = 1; e.innerHTML = y; window[name]()")
    assert [path.name for path in ours if re.search(rule, path.read_text(encoding="utf-8"))] == []


def test_nobody_has_a_hint_or_a_secret_question():
    fields = {field.name for field in get_user_model()._meta.get_fields()}
    assert "email" in fields
    assert not [name for name in fields if re.search("hint|question|answer|reminder", name)]


def test_each_package_comes_with_its_checksum_from_the_index_that_is_set():
    lists = sorted((ROOT / "requirements").glob("*.txt"))
    assert len(lists) > 2
    for path in lists:
        text = path.read_text(encoding="utf-8").replace("\\\n", " ")
        lines = [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
        assert [line for line in lines if "==" not in line or "--hash=sha256:" not in line] == [], path.name
        assert not re.search(r"https?://|git\+|index-url|find-links|trusted-host", "\n".join(lines)), (
            path.name
        )


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path",
    [
        "/.git/HEAD",
        "/static/.git/HEAD",
        "/.env",
        "/.svn/entries",
        "/static/",
        "/static/interface/",
        "/media/",
    ],
)
def test_neither_the_history_of_the_source_nor_a_list_of_files_is_served(client, path: str):
    assert client.get(path).status_code == 404

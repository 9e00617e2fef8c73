"""The ceilings of ARCHITECTURE.md, held by `./check sizes`: how long a file, a function and a template may be."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FILE, TEST_FILE, FUNCTION, TEMPLATE = 400, 500, 40, 120
NAMELESS = {"utils", "util", "helpers", "helper", "common", "base", "misc"}
PLACES = ("waymark", "launcher", "verifier", "tests", "bench", "conftest.py")
# Copied whole from GOV.UK Frontend’s own release: not ours to cut up.
VENDORED = ("vendor", "govuk_frontend_jinja")


def faults(root: Path = ROOT) -> Iterator[str]:
    """One sentence for each thing that is too long or badly named under `root`."""
    for path in sorted(files(root)):
        where = path.relative_to(root)
        length = len(path.read_text(encoding="utf-8").splitlines())
        if path.suffix == ".html":
            if length > TEMPLATE:
                yield f"{where}: a template of {length} lines; {TEMPLATE} are allowed"
            continue
        yield from _module(path, where, length)


def files(root: Path) -> Iterator[Path]:
    """Our own Python files and templates."""
    for place in PLACES:
        found = [root / place] if place.endswith(".py") else (root / place).rglob("*")
        for path in found:
            if path.suffix in (".py", ".html") and path.is_file() and not set(VENDORED) & set(path.parts):
                yield path


def _module(path: Path, where: Path, length: int) -> Iterator[str]:
    if "migrations" in path.parts and path.name[:4].isdigit():
        return
    allowed = TEST_FILE if "tests" in path.parts else FILE
    if length > allowed:
        yield f"{where}: a file of {length} lines; {allowed} are allowed"
    if path.stem in NAMELESS and "settings" not in path.parts:
        yield f"{where}: “{path.stem}” says nothing; name the file for what is in it"
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno:
            lines = node.end_lineno - node.lineno + 1
            if lines > FUNCTION:
                yield f"{where}:{node.lineno}: {node.name}() has {lines} lines; {FUNCTION} are allowed"


if __name__ == "__main__":
    found = list(faults())
    print("\n".join(found))
    sys.exit(1 if found else 0)

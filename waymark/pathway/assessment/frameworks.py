"""Loading a framework from a file: its headings and questions by name and version. A version once loaded stays."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from .models import Framework

EXAMPLE = Path(__file__).parent / "data" / "vulnerability-assessment-framework-2012.json"
WORDS = ("code", "edition", "title", "source")


def read(path: Path) -> dict[str, Any]:
    """What the file says. ValueError, with a sentence, when it is not a framework or asks for figures."""
    try:
        said = json.loads(path.read_text(encoding="utf-8"))
    except (UnicodeDecodeError, json.JSONDecodeError) as broken:
        raise ValueError(f"{path.name} is not JSON in UTF-8.") from broken
    if not isinstance(said, dict) or not all(
        isinstance(said.get(word), str) and said[word] for word in WORDS
    ):
        raise ValueError(f"{path.name} must give {', '.join(WORDS)}.")
    headings = said.get("headings")
    if not isinstance(headings, list) or not headings or not all(_heading(heading) for heading in headings):
        raise ValueError(
            f"{path.name} must give headings, each with a title and a list of questions, and nothing else."
        )
    return {word: said[word] for word in WORDS} | {
        "headings": headings,
        "is_example": said.get("is_example") is True,
    }


def load(path: Path) -> tuple[Framework, bool]:
    """The framework of the file, and whether it is new. ValueError when that version was loaded with other words."""
    said = read(path)
    framework, new = Framework.objects.get_or_create(
        code=said["code"], edition=said["edition"], defaults=said
    )
    if not new and framework.headings != said["headings"]:
        raise ValueError(
            f"{framework} is loaded already with other questions. Give the new ones another edition."
        )
    return framework, new


def _heading(heading: Any) -> bool:
    """A title and questions, and nothing that could be a weight or a mark."""
    return (
        isinstance(heading, dict)
        and set(heading) == {"title", "questions"}
        and isinstance(heading["title"], str)
        and isinstance(heading["questions"], list)
        and bool(heading["questions"])
        and all(isinstance(question, str) and question for question in heading["questions"])
    )

"""How long feedback is kept: answers have no names, and go with the session they are about."""

from __future__ import annotations

from waymark.foundation.retention import declare_along

COUNTS = "project-grant"


def declare_retention() -> None:
    """Called in AppConfig.ready."""
    declare_along(COUNTS, "feedback.Round", otherwise="With its session")
    declare_along(
        COUNTS,
        "feedback.Reply",
        "feedback.Mark",
        "feedback.Remark",
        otherwise="With its round, and so with its session",
    )
    declare_along(COUNTS, "feedback.QuestionSet", otherwise="With the last round that asked it")
    declare_along(COUNTS, "feedback.Question", otherwise="With its version of the questions")

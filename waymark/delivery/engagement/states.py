"""The life of an issue: the institution is asked, answers, and somebody closes it with a reason."""

from __future__ import annotations

from enum import StrEnum

from django.utils.translation import gettext_lazy as _

from waymark.foundation.kernel.transitions import Move, StateTable

from .permissions import Permission


class IssueState(StrEnum):
    ASKED = "asked"
    ANSWERED = "answered"
    CLOSED = "closed"


ISSUE_WORDS = {
    IssueState.ASKED: _("Waits for their reply"),
    IssueState.ANSWERED: _("They have replied"),
    IssueState.CLOSED: _("Closed"),
}
ISSUES = StateTable(
    "engagement.issue",
    IssueState,
    IssueState.ASKED,
    (
        Move(
            "answer", IssueState.ASKED, IssueState.ANSWERED, Permission.KEEP, _("Note their reply"),
            evidence=("reply",),
        ),
        Move(
            "close", IssueState.ASKED, IssueState.CLOSED, Permission.KEEP, _("Close this issue"),
            evidence=("closed_because",),
        ),
        Move(
            "close", IssueState.ANSWERED, IssueState.CLOSED, Permission.KEEP, _("Close this issue"),
            evidence=("closed_because",),
        ),
    ),
    frozenset({IssueState.CLOSED}),
)  # fmt: skip

"""What was sent is shown to fewer, when the council finds that it was a mistake."""

from __future__ import annotations

from waymark.pathway.concerns.models import AddedInformation, ConcernRaiser, Progress, Submission

PARTS = (
    (Submission, "pk"),
    (ConcernRaiser, "submission"),
    (AddedInformation, "submission"),
    (Progress, "submission"),
)


def seal(submission: Submission, *, cut: list[str], instead: list[str]) -> None:
    """The rows of a submission lose the grants `cut` and get those `instead`. Its author and their organisation keep
    theirs. Called inside a deed of whoever may do it."""
    for part, path in PARTS:
        for row in part._default_manager.filter(**{path: submission.pk}):
            kept = [grant for grant in row.grants if grant not in cut]
            part._default_manager.filter(pk=row.pk).update(grants=[*kept, *instead])

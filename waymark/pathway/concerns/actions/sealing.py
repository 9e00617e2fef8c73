"""What was sent is shown to fewer when it is sealed, and to its people again when the seal comes off."""

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


def seal_whole(submission: Submission, *, only: list[str]) -> None:
    """The rows of a submission show to `only` from now on: not even to whoever wrote them."""
    for part, path in PARTS:
        part._default_manager.filter(**{path: submission.pk}).update(grants=only)


def unseal(submission: Submission, *, team: list[str]) -> None:
    """Whoever wrote it and their safeguarding lead see it again, and so does the team. Who first had the concern
    stays hidden from the safeguarding lead."""
    for part, path in PARTS:
        dsl = "" if part is ConcernRaiser else submission.dsl_grant()
        grants = [grant for grant in (submission.author_grant(), dsl, *team) if grant]
        part._default_manager.filter(**{path: submission.pk}).update(grants=grants)

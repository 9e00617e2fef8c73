"""What the floors below this part keep: they cannot import it, so it is said here, by the labels of their models."""

from __future__ import annotations

from waymark.foundation.kernel.privacy import FieldSays, declare_fields, personal, plain

from .kept import declare_kept


def declare() -> None:
    """The retention of messages, tasks and accounts, and the fields of this part’s own records."""
    declare_kept(
        "outbox.Message",
        "notification",
        starts="sent_at",
        erase=None,
        otherwise="Each night by the outbox; the address and the link go at once when the message is sent or given up.",
    )
    declare_kept(
        "accounts.User",
        "account",
        starts="last_seen_on",
        erase=None,
        otherwise="Closed, then credentials removed, each night by the job `retention.accounts`",
    )
    declare_kept("tasks.Task", "notification", starts="done_at")
    _fields()


def _fields() -> None:
    """The fields of this part’s own records."""
    plainly = {
        "RetentionSetting": (
            "How long a class is kept in one authority, and why",
            "id authority class_code months days seal_months review_months length from_date reason recorded_at",
        ),
        "Disposal": (
            "How many records went, and on what ground; never which",
            "class_code model count on_date ground proposal_key",
        ),
        "Life": (
            "How long one record is kept, by its key",
            "kind record_id class_code came_on began_on sealed_on seal_on review_on erase_on ceiling_on",
        ),
        "Hold": (
            "Which record is held, and until when",
            "life_key kind reference placed_on review_on ended_on",
        ),
        "Review": (
            "Which record is looked at again, and what was decided",
            "life_key kind record_id due_on asked_on decision keep_until decided_on",
        ),
        "Proposal": (
            "Which records are proposed, and how it was decided",
            "lives counts proposed_at approved decided_at",
        ),
        "Erasure": (
            "That a record is gone, by a key that tells nothing any more, so that no backup brings it back",
            "kind record_id class_code erased_on ground proposal_key rows",
        ),
    }
    for model, (why, names) in plainly.items():
        declare_fields(f"retention.{model}", {name: plain(why) for name in names.split()})
    declare_fields(
        "retention.Hold",
        {
            "reason": _said("Why a record has to be kept: a court, an inquiry", "break-glass"),
            "ended_because": _said("Why the hold was ended", "break-glass"),
            "placed_by": _staff("Who placed the hold"),
            "ended_by": _staff("Who ended the hold"),
        },
    )
    declare_fields(
        "retention.Review",
        {
            "reason": _said("Why a record is still kept, or is not", "referral-child"),
            "decided_by": _staff("Who answered the review"),
        },
    )
    declare_fields(
        "retention.Proposal",
        {
            "proposed_by": _staff("Who proposed to erase records"),
            "decided_by": _staff("Who agreed, or did not"),
            "reason": _said("Why records were not erased", "break-glass"),
        },
    )


def _said(why: str, keep: str) -> FieldSays:
    return personal(why=why, basis="public-task", stage="retention", keep=keep, risk="wrong-label")


def _staff(why: str) -> FieldSays:
    return personal(
        why=why,
        basis="legal-duty",
        stage="retention",
        keep="break-glass",
        subject_access=False,
        risk="staff-exposed",
    )

"""What the floors below this part keep: they cannot import it, so it is said here, by the labels of their models."""

from __future__ import annotations

from waymark.foundation.kernel.privacy import declare_fields, plain

from .kept import declare_kept


def declare() -> None:
    """The retention of messages and accounts, and the fields of this part’s own records."""
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
        otherwise="By the accounts part: closed, then credentials removed.",
    )
    declare_fields(
        "retention.RetentionSetting",
        {
            name: plain("How long a class is kept in one authority, and why")
            for name in (
                "id",
                "authority",
                "class_code",
                "months",
                "days",
                "length",
                "from_date",
                "reason",
                "recorded_at",
            )
        },
    )
    declare_fields(
        "retention.Disposal",
        {
            name: plain("How many records went, never which")
            for name in ("class_code", "model", "count", "on_date")
        },
    )

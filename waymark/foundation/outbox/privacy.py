"""What the outbox records of people: an address and a link, until the message has gone."""

from waymark.foundation.kernel.privacy import FieldSays, declare_fields, personal, plain

STAGE = "a message is written"


def _address(why: str) -> FieldSays:
    # Nobody can read an envelope, so there is nothing to bundle: it lives for minutes, seven days at the most.
    return personal(
        why=why, basis="contract", stage=STAGE, keep="notification", subject_access=False, risk="found-out"
    )


declare_fields(
    "outbox.Message",
    {
        name: plain("Which message, how far it is")
        for name in (
            "id", "authority", "grants", "code", "language", "reference", "key", "state", "attempts", "last_error",
            "queued_at", "next_try_at", "taken_at", "sent_at", "gave_up_at", "keep_until",
        )
    },
)  # fmt: skip
declare_fields(
    "outbox.Envelope",
    {
        "authority": plain("Whose jobs may open it"),
        "message": plain("Which message"),
        "user_id": _address("To find the address of the account it goes to"),
        "address": _address("To send the message to a visitor"),
        "link": _address("The way to the page the message is about; it may hold a key for one person"),
        "subject": _address("Of a letter about an account"),
        "body": _address("Of a letter about an account"),
    },
)
declare_fields(
    "outbox.MailHealth",
    {
        name: plain("How mail and the worker do")
        for name in (
            "id", "last_sent_at", "last_failed_at", "last_error", "worker_seen_at", "waiting", "gave_up",
            "oldest_queued_at",
        )
    },
)  # fmt: skip

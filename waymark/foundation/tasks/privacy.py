"""What tasks record: nothing of the person; of staff, whose work it is and who did it."""

from waymark.foundation.kernel.privacy import FieldSays, declare_fields, personal, plain

STAGE = "work is asked for"


def _staff(why: str) -> FieldSays:
    return personal(why=why, basis="public-task", stage=STAGE, keep="notification", risk="staff-exposed")


declare_fields(
    "tasks.Task",
    {
        "kind": plain("Which sentence the list shows"),
        "about_kind": plain("Which kind of record it is about"),
        "about_id": plain("Key of that record"),
        "reference": plain("Random reference of that record"),
        "for_user": _staff("So that one person owns the work"),
        "for_grant": plain("Which role owns the work"),
        "escalate_to": plain("Which role is told when it is overdue"),
        "escalated_at": plain("When it was told"),
        "asked_at": plain("When it was asked for"),
        "due_at": plain("Until when"),
        "done_at": plain("When it was done"),
        "done_by": _staff("So that it is known who did the work (an opaque key)"),
    },
)
declare_fields(
    "tasks.Reminder",
    {name: plain("That a reminder was given, once") for name in ("id", "task", "kind", "given_at")},
)
declare_fields(
    "tasks.Clock",
    {
        name: plain("How long a period is, from when, by which source")
        for name in (
            "id",
            "authority",
            "code",
            "number",
            "unit",
            "from_date",
            "source",
            "confirmed",
            "recorded_at",
        )
    },
)

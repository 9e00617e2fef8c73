"""What each field of a list is: nothing of it is about a person."""

from __future__ import annotations

from waymark.foundation.kernel.privacy import declare_fields, plain

declare_fields(
    "lists.Entry",
    {
        "id": plain("Number of the row"),
        "authority": plain("Whose list it is"),
        "recorded_at": plain("When it was written down"),
        "list": plain("Which list"),
        "code": plain("Random code, or that of a national entry"),
        "label": plain("What colleagues choose"),
        "label_cy": plain("The same in Welsh"),
        "from_on": plain("From when it is offered"),
        "until_on": plain("Until when it is offered"),
        "reason": plain("Why it was added or ends, and who decided that"),
    },
)

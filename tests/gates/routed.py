"""Which records each route with a parameter opens.

A route that no rule here knows fails the relation table: whoever adds one says which records it opens.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from waymark.foundation.access.checks import routes

RULES: tuple[tuple[Callable[[str, set[str]], bool], str], ...] = (
    (lambda route, keys: "token" in keys, "token"),
    (lambda route, keys: "draft_id" in keys, "draft"),
    (lambda route, keys: route.startswith("vault:"), "documents"),
    (
        lambda route, keys: route.endswith(
            ("booking-cancel", "mine-cancel", "booking-replace", "mine-replace")
        ),
        "booking",
    ),
    (
        lambda route, keys: route.startswith(("training:declared-", "training:mine-declared")),
        "training declared",
    ),
    (lambda route, keys: route.startswith(("training:request", "training:asked")), "training request"),
    (lambda route, keys: route == "training:line-add", "training list"),
    (lambda route, keys: route.startswith("training:"), "training"),
    (lambda route, keys: "release_id" in keys, "release"),
    (lambda route, keys: route.startswith("reports:"), "report"),
    (lambda route, keys: route == "measures:counted", "figure"),
    (lambda route, keys: route.startswith("stewardship:"), "own data"),
    (lambda route, keys: route.startswith("lists:"), "offered"),
    (lambda route, keys: route.startswith("tasks:"), "time"),
    (lambda route, keys: route.startswith("complaints:"), "complaint"),
    (lambda route, keys: route == "purging:choose", "referral"),
    (lambda route, keys: route.startswith("purging:"), "purge"),
    (lambda route, keys: route.startswith("feedback:"), "feedback"),
    (lambda route, keys: route.startswith("engagement:issue"), "issue"),
    (lambda route, keys: route.startswith("engagement:demand"), "demand"),
    (lambda route, keys: route == "engagement:theme-end", "theme"),
    (lambda route, keys: route == "engagement:raise", "place"),
    (lambda route, keys: route.startswith("library:taught"), "feedback"),
    (lambda route, keys: route.startswith("library:awaited"), "awaited"),
    (lambda route, keys: route.startswith("library:"), "resource"),
    (lambda route, keys: "ending" in keys, "table"),
    (lambda route, keys: route.startswith("reach:"), "reach"),
    (lambda route, keys: route.startswith("panel:meeting"), "panel meeting"),
    (lambda route, keys: route.startswith("panel:item"), "panel item"),
    (lambda route, keys: "pack_id" in keys, "panel pack"),
    (lambda route, keys: route.startswith("panel:"), "panel"),
    (lambda route, keys: "contact_id" in keys, "contact"),
    (lambda route, keys: "import_id" in keys, "import"),
    (lambda route, keys: route.startswith("importing:"), "list"),
    (lambda route, keys: route == "directory:authority", "authority"),
    (lambda route, keys: route.startswith("directory:") and "key" in keys, "place"),
    (lambda route, keys: bool({"key", "uidb36"} & keys), "token"),
    (lambda route, keys: "upload_id" in keys, "upload"),
    (lambda route, keys: "recovery_id" in keys, "recovery"),
    (lambda route, keys: "question_id" in keys, "question"),
    (lambda route, keys: keys == {"pk"} and "webauthn" in route, "passkey"),
    (lambda route, keys: route.startswith("retention:"), "kept"),
    (lambda route, keys: "user_id" in keys, "member"),
    (lambda route, keys: "record_id" in keys, "looks"),
    (lambda route, keys: bool({"review_id", "line_id", "inquiry_id"} & keys), "review"),
    (lambda route, keys: bool({"language"} & keys) or route == "interface:gallery-skeleton", "choice"),
    (lambda route, keys: route.startswith("people:"), "person"),
    (lambda route, keys: route.startswith("assessment:"), "assessment"),
    (lambda route, keys: route == "exits:arrival", "arrival"),
    (lambda route, keys: route.startswith(("channel:", "exits:")), "case"),
    (lambda route, keys: route.startswith("support:my-risk"), "my risk"),
    (lambda route, keys: route.startswith("support:mine"), "my support"),
    (lambda route, keys: route.startswith("consent:"), "consent"),
    (lambda route, keys: route.startswith("support:"), "support"),
    (lambda route, keys: route in ("glass:open", "glass:interest"), "referral"),
    (lambda route, keys: "interest_id" in keys, "interest"),
    (lambda route, keys: route.startswith("glass:"), "opening"),
    (lambda route, keys: bool(re.search(r"^concerns:enquiry", route)), "enquiry"),
    (lambda route, keys: bool(re.search(r"^concerns:(progress|sent|answers|add)$", route)), "submission"),
    (lambda route, keys: route.startswith("referrals:triage-"), "referral"),
)


def kind_of(route: str, keys: set[str]) -> str:
    """What a route’s parameters name. KeyError with a sentence for a route that no rule knows."""
    for knows, kind in RULES:
        if knows(route, keys):
            return kind
    raise KeyError(f"{route} has {sorted(keys)}: say in tests/gates/routed.py which records it opens")


def every_route() -> list[tuple[str, str]]:
    """(name, path) of each route of the site that has a name, in the order of names."""
    return sorted({(name, path) for name, path, _view in routes() if not name.endswith(":")})

"""What each field of roles, visitors and their links is: personal or not, why it is needed, how long it is kept."""

from __future__ import annotations

from functools import partial

from waymark.foundation.kernel.privacy import declare_fields, personal, plain

account = partial(personal, basis="contract", stage="account", keep="account")
visit = partial(personal, basis="public-task", stage="referral", keep="referral-child")

declare_fields(
    "access.Membership",
    {
        "id": plain("The key of the membership"),
        "user": account(why="Who holds the role"),
        "organisation": plain("For which organisation the role is held"),
        "authority": plain("In which authority the role is held"),
        "role": account(why="What the person may do"),
        "starts_on": account(why="From when the person may do it"),
        "ends_on": account(why="Until when the person may do it"),
        "ended_at": account(why="When the role was taken away early"),
    },
)
declare_fields(
    "access.PromisedRole",
    {
        "id": plain("The key of the promise"),
        "invitation": plain("Which invitation it goes with"),
        "organisation": plain("For which organisation the role is promised"),
        "authority": plain("In which authority the role is promised"),
        "role": account(why="What the invited person may do after accepting"),
    },
)
declare_fields(
    "access.OnceToken",
    {
        "token": plain("Recognises a form that was sent twice"),
        "actor": personal(
            why="A form sent twice is answered only to who sent it",
            basis="public-task",
            stage="any",
            keep="technical-log",
        ),
        "location": plain("Where the first answer led: an address, never with personal data"),
        "spent_at": plain("When the form was sent"),
    },
)
declare_fields(
    "access.Visitor",
    {
        "id": plain("The key other records point to"),
        "email": visit(why="Proves who refers without an account, and takes the answer"),
        "authority": plain("To which authority the person refers"),
        "language": visit(why="Pages and letters in the language the person reads"),
        "first_seen_at": visit(why="Shows misuse"),
        "verified_at": visit(why="Shows that the address was proved"),
    },
)
declare_fields(
    "access.VisitorLink",
    {
        "token_hash": plain("Recognises the link; the link cannot be made from it"),
        "visitor": visit(why="Whose link it is"),
        "made_at": plain("When the link was made"),
        "expires_at": plain("When the link stops working"),
        "used_at": plain("A link works once"),
    },
)

"""What each field of an account is: personal or not, why it is needed, how long it is kept."""

from __future__ import annotations

from functools import partial

from waymark.foundation.kernel.privacy import declare_fields, personal, plain

account = partial(personal, basis="contract", stage="account", keep="account", risk="taken-over")

declare_fields(
    "accounts.User",
    {
        "id": plain("The key other records point to."),
        "email": account(why="Signing in, and letters."),
        "full_name": account(why="Colleagues see who did what."),
        "known_as": account(why="The name the person wants to be called."),
        "language": account(why="Pages and letters in the language the person reads."),
        "password": account(why="Proves who signs in: an Argon2id hash, which cannot be turned back."),
        "last_login": account(why="The person and an administrator can see misuse."),
        "last_seen_on": account(why="Accounts nobody uses are disabled."),
        "joined_at": account(why="The account’s age, for reviews of who has one."),
        "is_active": plain("Whether the account can be signed in to."),
        "disabled_at": account(why="When the person’s access ended."),
        "disabled_reason": account(why="Why the person’s access ended."),
        "sessions_key": plain("A random value; a new one ends all sessions."),
    },
)
declare_fields(
    "accounts.Invitation",
    {
        "id": plain("The key of the invitation."),
        "email": account(why="Where the invitation went."),
        "language": plain("The language of the letter."),
        "invited_by": account(why="Who let the person in."),
        "token_hash": plain("Recognises the link; the link cannot be made from it."),
        "invited_at": plain(),
        "expires_at": plain(),
        "accepted_at": plain(),
        "accepted_by": account(why="Which account came of it."),
        "withdrawn_at": plain(),
    },
)
declare_fields(
    "accounts.TypedText",
    {
        "id": plain("The key of the row."),
        "user": account(why="Whose typing it is: nobody else gets it back."),
        "path": plain("The page it was typed on: an address, never with personal data."),
        "why": plain("What came between: the session’s end, a proof asked for, or nothing yet."),
        "sealed": personal(
            why="What was typed and not yet sent is not lost when a session ends.",
            basis="public-task",
            stage="any",
            keep="technical-log",
            subject_access=False,
            encrypted=True,
            risk="found-out",
        ),
        "kept_at": plain("When it was kept."),
        "expires_at": plain("When it is forgotten, half an hour or a working day later."),
    },
)
declare_fields(
    "accounts.SignOn",
    {
        "id": plain("The key of the link."),
        "user": account(why="Which account the identity opens."),
        "identity": account(why="Recognises the person’s identity at the organisation’s sign-on: a digest."),
        "linked_at": account(why="The person and an administrator can see misuse."),
    },
)

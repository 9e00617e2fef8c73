"""What each field of an account is: personal or not, why it is needed, how long it is kept."""

from __future__ import annotations

from waymark.foundation.kernel.privacy import declare_fields, personal, plain

ACCOUNT = {"basis": "contract", "stage": "account", "keep": "account"}

declare_fields(
    "accounts.User",
    {
        "id": plain("The key other records point to."),
        "email": personal(why="Signing in, and letters.", **ACCOUNT),
        "full_name": personal(why="Colleagues see who did what.", **ACCOUNT),
        "known_as": personal(why="The name the person wants to be called.", **ACCOUNT),
        "language": personal(why="Pages and letters in the language the person reads.", **ACCOUNT),
        "password": personal(why="Proves who signs in: an Argon2id hash.", encrypted=True, **ACCOUNT),
        "last_login": personal(why="The person and an administrator can see misuse.", **ACCOUNT),
        "last_seen_on": personal(why="Accounts nobody uses are disabled.", **ACCOUNT),
        "joined_at": personal(why="The account’s age, for reviews of who has one.", **ACCOUNT),
        "is_active": plain("Whether the account can be signed in to."),
        "disabled_at": personal(why="When the person’s access ended.", **ACCOUNT),
        "disabled_reason": personal(why="Why the person’s access ended.", **ACCOUNT),
        "sessions_key": plain("A random value; a new one ends all sessions."),
    },
)
declare_fields(
    "accounts.Invitation",
    {
        "id": plain("The key of the invitation."),
        "email": personal(why="Where the invitation went.", **ACCOUNT),
        "language": plain("The language of the letter."),
        "invited_by": personal(why="Who let the person in.", **ACCOUNT),
        "token_hash": plain("Recognises the link; the link cannot be made from it."),
        "invited_at": plain(),
        "expires_at": plain(),
        "accepted_at": plain(),
        "accepted_by": personal(why="Which account came of it.", **ACCOUNT),
        "withdrawn_at": plain(),
    },
)

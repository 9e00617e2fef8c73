"""What each field of roles, visitors and their links is: personal or not, why it is needed, how long it is kept."""

from __future__ import annotations

from functools import partial

from waymark.foundation.kernel.privacy import declare_fields, declare_table, personal, plain

account = partial(personal, basis="contract", stage="account", keep="account", risk="staff-exposed")
visit = partial(
    personal, basis="public-task", stage="referral", keep="referral-child", risk="referrer-exposed"
)

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
            risk="watched",
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
_ACTED = partial(personal, basis="legal-duty", stage="any", keep="break-glass", risk="watched")
declare_fields(
    "access.Glass",
    {
        "id": plain("The key of the opening"),
        "authority": plain("In which authority"),
        "grants": plain("Who sees the opening"),
        "version": plain("Which state of the row"),
        "recorded_at": plain("When the row was written"),
        "salt": plain("Makes the ledger’s digest unguessable"),
        "reference": plain("How people name the opening"),
        "about_kind": plain("Which kind of record was opened"),
        "about_id": _ACTED(why="Which record was opened"),
        "about_reference": plain("The reference of the record that was opened"),
        "opened_by": _ACTED(why="Who opened it"),
        "opened_as_lead": plain("Decides who reviews it"),
        "reason": _ACTED(why="Why somebody read a record that was not theirs", encrypted=True),
        "opened_at": plain("From when it was open"),
        "ends_at": plain("Until when it was open"),
        "ended_at": plain("When the opener ended it early"),
        "reviewed_by": _ACTED(why="Who looked at whether it was right"),
        "reviewed_at": plain("When it was reviewed"),
        "verdict": _ACTED(why="Whether it was right to open the record"),
        "words": _ACTED(why="What the review found", encrypted=True),
    },
)
declare_fields(
    "access.Recovery",
    {
        "id": plain("The key of the vouching"),
        "authority": plain("In which authority"),
        "grants": plain("Who sees the vouching"),
        "version": plain("Which state of the row"),
        "recorded_at": plain("When the row was written"),
        "salt": plain("Makes the ledger’s digest unguessable"),
        "user": _ACTED(why="Who lost what they sign in with"),
        "vouched_by": _ACTED(why="Who saw them"),
        "vouched_at": plain("When somebody vouched"),
        "seen": plain("How they were seen"),
        "words": _ACTED(why="How whoever vouched knew that it was them", encrypted=True),
        "confirmed_by": _ACTED(why="Who confirmed it as the second person"),
        "confirmed_at": plain("When it was confirmed"),
        "link": plain("Recognises the link; the link cannot be made from it"),
        "works_from": plain("From when the link works"),
        "ends_at": plain("Until when it works"),
        "used_at": plain("When it was used"),
        "stopped_by": _ACTED(why="Who stopped it"),
        "stopped_at": plain("When it was stopped"),
    },
)
declare_fields(
    "access.Interest",
    {
        "id": plain("The key of the entry"),
        "authority": plain("In which authority"),
        "grants": plain("Who sees the entry"),
        "version": plain("Which state of the row"),
        "recorded_at": plain("When the row was written"),
        "salt": plain("Makes the ledger’s digest unguessable"),
        "about_kind": plain("In which kind of record"),
        "about_id": _ACTED(why="In which record somebody has an interest"),
        "about_reference": plain("The reference of that record"),
        "user": _ACTED(why="Who must not open it"),
        "declared_at": plain("When they said so"),
        "withdrawn_by": _ACTED(why="Who said that it is over, or was a mistake"),
        "withdrawn_at": plain("When it was withdrawn"),
        "withdrawn_because": _ACTED(why="Why somebody may see the record again", encrypted=True),
    },
)

GLASS = plain("Which tables can be opened in an emergency")
declare_table("gate.breakable", {"kind": GLASS, "relation": GLASS})
declare_table("gate.vouches", {"role": plain("Which roles may vouch for a colleague")})

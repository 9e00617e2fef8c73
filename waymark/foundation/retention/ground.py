"""What the floors below this part keep: they cannot import it, so it is said here, by the labels of their models."""

from __future__ import annotations

from waymark.foundation.kernel.privacy import FieldSays, declare_fields, declare_table, personal, plain

from .kept import carried_out, declare_kept, not_yet

RULES = {
    "class": "code seals erases reviews ceiling",
    "kind": "kind relation needs_two",
    "part": "kind relation key type finds",
    "held_by": "kind by_relation by_column class_code",
}
# Of each record of this part: why it is there, and its fields that say nothing of a person.
OWN = {
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
        "lives counts proposed_at proposed_as approved decided_at decided_as",
    ),
    "Erasure": (
        "That a record is gone, by a key that tells nothing any more, so that no backup brings it back",
        "kind record_id class_code erased_on ground proposal_key rows",
    ),
}


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
    _carried()
    _fields()


def _carried() -> None:
    """Who ends what has no class and date of its own; a gate asks for every model with a personal field."""
    leftovers, expire, accounts = "retention.leftovers", "retention.expire", "retention.accounts"
    for name in ("Deed", "Change", "Read", "Disclosure"):
        carried_out(
            f"ledger.{name}", "home.drop-old-entries", "As ranges, when the years of all in it are over"
        )
    carried_out(
        "accounts.Invitation", leftovers, "The address goes 90 days after an invitation that nobody took"
    )
    carried_out("accounts.SignOn", accounts, "With the other ways to sign in, 90 days after the last use")
    carried_out("accounts.TypedText", leftovers, "When its half hour is over")
    carried_out("access.OnceToken", leftovers, "12 months after the form was sent")
    carried_out("access.Visitor", leftovers, "With the last that they wrote; 14 days after a link to nothing")
    carried_out("access.VisitorLink", leftovers, "30 days after it stopped working")
    carried_out("vault.Document", expire, "With its record, whose key is destroyed")
    carried_out("outbox.Envelope", "outbox.forget", "With its message; empty as soon as that is sent")
    carried_out("retention.Hold", expire, "With its record, once it is ended and that is due")
    carried_out("retention.Review", expire, "With its record")
    carried_out("home.ReviewLine", expire, "With its review")
    carried_out("home.Answer", expire, "With its review")
    carried_out("access.Membership", "", "Who held which role when explains every entry of the ledger")
    carried_out("access.PromisedRole", "", "A role and an invitation: without its address nobody’s")
    carried_out(
        "retention.Proposal",
        leftovers,
        "A refused one with its reason, 6 years after; one that was agreed to proves its erasures, and has no reason",
    )
    for code in ("case-papers", "third-party"):
        not_yet(code, "Channel cases")
    not_yet("self-audit", "self-audits")
    not_yet("rejected-upload", "Nothing is kept: a file that is refused is never written")
    not_yet("backup", "Files, by the launcher: `./run backup`")


def _fields() -> None:
    """The fields of this part’s own records, and of the tables by which the database knows them."""
    for table, columns in RULES.items():
        rule = plain("A rule of keeping: which records, in which order")
        declare_table(f"retention.{table}", dict.fromkeys(columns.split(), rule))
    for model, (why, names) in OWN.items():
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
    return personal(
        why=why, basis="public-task", stage="retention", keep=keep, risk="wrong-label", encrypted=True
    )


def _staff(why: str) -> FieldSays:
    return personal(
        why=why,
        basis="legal-duty",
        stage="retention",
        keep="break-glass",
        subject_access=False,
        risk="staff-exposed",
    )

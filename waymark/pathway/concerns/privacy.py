"""What each field of drafts, submissions and enquiries is: personal or not, why it is needed, how long."""

from __future__ import annotations

from waymark.foundation.kernel.privacy import FieldSays, declare_fields, personal, plain

KEY = plain("Which record it belongs to")
WHEN = plain("When it was done")
SENT = "referral-child"


def _about(why: str, keep: str, stage: str = "referral") -> FieldSays:
    return personal(why=why, basis="safeguarding", stage=stage, keep=keep, risk="found-out")


def _staff(why: str, keep: str, stage: str = "referral") -> FieldSays:
    return personal(
        why=why, basis="public-task", stage=stage, keep=keep, subject_access=False, risk="referrer-exposed"
    )


def _authored(keep: str, stage: str) -> dict[str, FieldSays]:
    return {
        "author_user": _staff("Who wrote it, to be asked and to be told", keep, stage),
        "author_visitor": _staff("Who wrote it, to be asked and to be told", keep, stage),
        "organisation": plain("For which organisation it was written"),
    }


declare_fields(
    "concerns.Draft",
    {
        **_authored("draft-referral", "draft"),
        "form_version": plain("Which questions were asked"),
        "answers": _about("The referral, while it is written", "draft-referral", "draft"),
        "typed": _about("So that nothing typed is lost", "draft-referral", "draft"),
        "state": plain("Where the draft stands"),
        "sent_to_dsl_at": WHEN,
        "dsl_note": _about("Why it was given back or not sent", "enquiry-named", "draft"),
        "decided_by": _staff("Who decided whether it is sent", "enquiry-named", "draft"),
        "decided_at": WHEN,
        "started_at": WHEN,
        "last_edited_at": WHEN,
    },
)
declare_fields(
    "concerns.DraftApart",
    {
        "draft": KEY,
        "answers": _staff("Who first had the concern, kept apart so that it can be hidden", "draft-referral"),
        "typed": _staff("So that nothing typed is lost", "draft-referral"),
    },
)
declare_fields(
    "concerns.Submission",
    {
        **_authored(SENT, "referral"),
        "reference": plain("Random reference, to be read out"),
        "from_draft": plain("So that a draft is sent once"),
        "form_version": plain("Which questions were asked"),
        "answers": _about("The concern, as it was worded", SENT),
        "concern_arose_on": _about("To see how long the concern has been there", SENT),
        "sent_to_dsl_at": WHEN,
        "approved_by": _staff("Which safeguarding lead sent it", SENT),
        "sent_at": WHEN,
    },
)
declare_fields(
    "concerns.ConcernRaiser",
    {
        "submission": KEY,
        "is_referrer": plain("Whether the referrer first had the concern"),
        "wants_anonymity": plain("Whether their name may be passed on"),
        **{
            name: _staff("To ask whoever saw or heard it", SENT)
            for name in ("name", "job", "organisation_name", "relationship", "email", "phone")
        },
    },
)
declare_fields(
    "concerns.AddedInformation",
    {
        **_authored(SENT, "referral"),
        "submission": KEY,
        "words": _about("What became known after sending", SENT),
        "added_at": WHEN,
    },
)
declare_fields(
    "concerns.Progress",
    {
        "submission": KEY,
        "step": plain("A plain step that the referrer may know"),
        "note": _about("What the case owner chose to tell the referrer", SENT, "outcome"),
        "happened_at": WHEN,
    },
)
declare_fields(
    "concerns.Enquiry",
    {
        **_authored("enquiry-named", "enquiry"),
        "reference": plain("Random reference, to be read out"),
        "question": _about("What advice is asked about", "enquiry-named", "enquiry"),
        "names_someone": plain("Whether somebody is named"),
        "name": _about("Only where advice cannot be given without it", "enquiry-named", "enquiry"),
        "named_because": _about("Why the name is needed", "enquiry-named", "enquiry"),
        "asked_at": WHEN,
        "answer": _about("The advice given", "enquiry-named", "enquiry"),
        "answered_by": _staff("Who gave the advice", "enquiry-named", "enquiry"),
        "answered_at": WHEN,
        "expires_on": plain("The day on which it goes"),
    },
)
declare_fields(
    "concerns.Routing",
    {
        name: plain("To whom referrals of an authority go, from when, by which source")
        for name in ("id", "authority", "with_police", "from_date", "source", "confirmed", "recorded_at")
    },
)

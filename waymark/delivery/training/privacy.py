"""What each field of training is: personal or not, why it is needed, how long."""

from __future__ import annotations

from waymark.foundation.kernel.privacy import FieldSays, declare_fields, declare_table, personal, plain

KEEP = "training-record"


def _staff(why: str, *, access: bool = False) -> FieldSays:
    return personal(
        why=why, basis="public-task", stage="training", keep=KEEP, subject_access=access, risk="staff-exposed"
    )


def _trainee(why: str) -> FieldSays:
    return _staff(why, access=True)


KEY = plain("Which record it belongs to")
WHERE = plain("For which institution or organisation")
LISTED = {
    "name": plain("What the line of the list says"),
    "place": plain("Where it stands in the list"),
    "from_on": plain("From when it is offered"),
    "ended_on": plain("From when it is not offered any more"),
}

declare_fields("training.Audience", dict(LISTED))
declare_fields("training.StaffRole", dict(LISTED))
declare_fields(
    "training.Course",
    {
        "name": plain("What the course is called"),
        "audience": plain("For whom it is"),
        "level": plain("How deep it goes"),
        "needs": plain("Which course comes before it"),
        "ended_on": plain("From when it is not taught any more"),
    },
)
declare_fields(
    "training.CourseVersion",
    {
        "course": KEY,
        "number": plain("Which version"),
        "from_on": plain("From when it is taught"),
        "reason": plain("Why there is a new version"),
        "because": plain("Why, in words; no person’s name"),
        "aims": plain("What people learn"),
        "minutes": plain("How long it takes"),
        "materials": plain("What it is taught with"),
        "trainer_notes": plain("What a trainer has to know"),
        "recorded_by": _staff("Who answers for the record"),
    },
)
declare_fields(
    "training.Session",
    {
        "reference": plain("Random reference, to be read out"),
        "state": plain("Planned, held or cancelled"),
        "taught": plain("Which version of which course"),
        "starts_at": plain("When it begins"),
        "ends_at": plain("When it ends"),
        "place": plain("Where it is; no person’s name"),
        "online_link": plain("How to join it; never fetched"),
        "sequence": plain("How often calendars had to hear of a change"),
        "capacity": plain("How many places there are"),
        "taken": plain("How many places are given"),
        "is_open": plain("Whether others may book"),
        "delivered_by": plain("Who taught"),
        "institution": WHERE,
        "organisation": WHERE,
        "joining": plain("What to know before; no person’s name"),
        "cancelled_at": plain("When it was cancelled"),
        "cancelled_because": plain("Why it was cancelled; no person’s name"),
    },
)
declare_fields("training.Trainer", {"session": KEY, "person": _staff("Who taught")})
declare_fields(
    "training.Trainee",
    {
        "name": _trainee("Who has a place, a certificate, or is due again"),
        "email": _trainee("To say where the session is, and that it moved"),
        "institution": WHERE,
        "organisation": WHERE,
        "role": _trainee("When training is due again depends on it"),
        "last_on": plain("When somebody was last trained, or last booked"),
        "left_on": plain("From when they do not work there any more"),
    },
)
declare_fields(
    "training.Booking",
    {
        "reference": plain("Random reference, to be read out"),
        "session": KEY,
        "state": plain("Waits, is offered a place, has one, is over"),
        "trainee": _trainee("For whom the place is (a key)"),
        "number": plain("How many places"),
        "role": plain("As what they come"),
        "institution": WHERE,
        "organisation": WHERE,
        "kept": KEY,
        "needs": _trainee("What somebody needs to take part"),
        "asked_at": plain("Who asked first is taken first"),
        "booked_by": _staff("Who booked, and is told of changes"),
        "visitor": _staff("Who booked, and is told of changes"),
        "place_key": plain("Random key, by which the link to the place is known"),
        "offered_until": plain("Until when the place is offered"),
        "taken_up_at": plain("When somebody said yes to the offer"),
        "cancelled_at": plain("When it was cancelled"),
    },
)
declare_fields(
    "training.Substitution",
    {
        "booking": KEY,
        "before": _trainee("Who had the place (a key)"),
        "after": _trainee("Who comes instead (a key)"),
        "changed_at": plain("When it was changed"),
        "by_link": plain("Whether it was changed by the link to the place"),
        "changed_by": _staff("Who changed it"),
        "visitor": _staff("Who changed it"),
    },
)
declare_fields(
    "training.KeptPlaces",
    {
        "session": KEY,
        "number": plain("How many places are kept"),
        "institution": WHERE,
        "organisation": WHERE,
        "phase": plain("For institutions of which phase"),
        "kind": plain("For organisations of which kind"),
        "days_before": plain("Until how many days before the session"),
        "taken": plain("How many of those for whom they are kept hold a place"),
        "released_at": plain("From when everybody can book them"),
    },
)
declare_fields(
    "training.SignIn",
    {
        "session": KEY,
        "booking": _trainee("Whose booking it is (a key)"),
        "typed": _trainee("A name that is not among the bookings: goes with attendance, or after 14 days"),
        "signed_at": plain("When somebody said that they are there"),
        "settled_at": plain("When attendance was taken"),
    },
)
declare_fields(
    "training.Declared",
    {
        "reference": plain("Random reference, to be read out"),
        "state": plain("Declared, confirmed or refused"),
        "trainee": _trainee("Whose certificate it is (a key)"),
        "course": plain("Which course it was"),
        "provider": plain("Who gave the course"),
        "held_on": plain("Which day stands on the certificate"),
        "declared_at": plain("When it was declared"),
        "declared_by": _staff("Who declared it"),
        "visitor": _staff("Who declared it"),
        "answered_at": plain("When it was confirmed or refused"),
        "answered_by": _staff("Who answers for that"),
        "counts_as": plain("Which course of ours it counts as"),
        "refused_because": plain("Why it does not count; no person’s name"),
    },
)
declare_fields(
    "training.WaitingRule",
    {
        "hours": plain("For how long a free place is offered"),
        "from_on": plain("From when it holds"),
        "because": plain("Why; no person’s name"),
        "recorded_by": _staff("Who answers for the record"),
    },
)
declare_fields(
    "training.Attendance",
    {
        "session": KEY,
        "taught": plain("Which version of which course"),
        "held_on": plain("On which day"),
        "trainee": _trainee("Who was trained (a key)"),
        "number": plain("How many people"),
        "role": plain("As what they came"),
        "institution": WHERE,
        "organisation": WHERE,
        "came": plain("Whether they came"),
        "source": plain("How the service knows"),
        "source_key": plain("What an import knows the row by; no name"),
        "booking": KEY,
        "marked_by": _staff("Who answers for the record"),
        "marked_at": plain("When it was marked"),
    },
)
declare_fields(
    "training.TrainingRequest",
    {
        "reference": plain("Random reference, to be read out"),
        "state": plain("Waits, planned or declined"),
        "audience": plain("Who will come"),
        "institution": WHERE,
        "organisation": WHERE,
        "elsewhere": plain("The place in words, if it stands in no list"),
        "number": plain("How many people"),
        "wished": plain("When it would suit"),
        "words": _trainee("What they want to learn; the form asks to name nobody"),
        "name": _trainee("Whom to write to"),
        "phone": _trainee("How to reach whoever asked"),
        "asked_by": _staff("Who asked"),
        "visitor": _staff("Who asked"),
        "asked_at": plain("When it was asked"),
        "owner": _staff("Who answers"),
        "session": KEY,
        "answered_at": plain("When it was answered"),
        "declined_because": plain("Why not; no person’s name"),
    },
)
declare_fields(
    "training.Certificate",
    {
        "code": plain("Random code, by which anybody can check it"),
        "attendance": KEY,
        "issued_at": plain("When it was made"),
        "issued_by": _staff("Who answers for it"),
        "withdrawn_at": plain("When it was withdrawn"),
        "withdrawn_because": plain("Why it was withdrawn; no person’s name"),
    },
)
declare_fields(
    "training.RefreshRule",
    {
        "role": plain("For which role"),
        "place_kind": plain("For which kind of place"),
        "course": plain("Which course they need"),
        "is_needed": plain("Whether it is needed from that day on, or not any more"),
        "months": plain("After how many months somebody is due again"),
        "window_days": plain("How many days before people are asked"),
        "grace_days": plain("How many days after it people are not yet overdue"),
        "reminds": plain("Whether people are written to without anybody pressing a button"),
        "from_on": plain("From when it holds"),
        "because": plain("Why; no person’s name"),
        "recorded_by": _staff("Who answers for the record"),
    },
)
declare_fields(
    "training.Term",
    {
        "name": plain("What the term is called"),
        "elected_on": plain("The day of the election"),
        "until_on": plain("The last day of the term"),
        "induction": plain("Which course is the induction"),
        "due_days": plain("Within how many days it is to be had"),
        "reminds": plain("Whether councillors are written to without anybody pressing a button"),
        "recorded_by": _staff("Who answers for the record"),
    },
)
declare_fields(
    "training.Councillor",
    {
        "term": KEY,
        "name": _trainee("Whose induction it is"),
        "email": _trainee("To say that it is due, and to find that they came"),
        "elected_on": plain("When they were elected"),
        "left_on": plain("From when they are a councillor no more"),
        "done_on": _trainee("When they had it, if no session tells"),
        "done_how": _trainee("How they had it, if no session tells"),
    },
)
declare_fields(
    "training.Headcount",
    {
        "institution": WHERE,
        "organisation": WHERE,
        "role": plain("As what they work; none is everybody there"),
        "number": plain("How many staff there are"),
        "counted_on": plain("On which day they were counted"),
        "source": plain("Who gave the number, or where it stands; no person’s name"),
        "recorded_by": _staff("Who answers for the record"),
    },
)
# Derived from the attendances, and gone with them and with the person.
declare_table(
    "training.tally",
    {
        "authority_id": plain("In which authority"),
        "trainee_id": _trainee("Who was trained (a key), so that who is due is found quickly"),
        "course_id": plain("To which course they came"),
        "held_on": plain("A day on which they came to it"),
        "next_on": plain("The next such day"),
    },
)
declare_table(
    "training.touched",
    {
        "id": KEY,
        "authority_id": plain("In which authority"),
        "trainee_id": _trainee("Whose attendances changed in the last minutes (a key)"),
    },
)

from django.db import migrations

from waymark.foundation.retention.migrating import day, goes_with, has_life, not_by_hand, not_while_held

REFERRAL, DRAFT, ENQUIRY = "referrals.referral", "concerns.draft", "concerns.enquiry"
UNDER = "SELECT id FROM {} WHERE referral_id = $1"
# The submission, the draft it came from and the visitor who wrote it; the person, unless another referral holds them.
SENT = "(SELECT submission_id FROM referrals_referral WHERE id = $1)"
WITH_SENT = "SELECT id FROM {} WHERE submission_id = " + SENT
DRAFTED = f"(SELECT from_draft FROM concerns_submission WHERE id = {SENT})"
PERSON = (
    "(SELECT r.person_id FROM referrals_referral r WHERE r.id = $1 AND NOT EXISTS "
    "(SELECT FROM referrals_referral o WHERE o.person_id = r.person_id AND o.id <> r.id))"
)
OF_PERSON = "SELECT id FROM {} WHERE person_id = " + PERSON
REFERENCE = "(SELECT reference FROM referrals_referral WHERE id = $1)"
TASKS = {
    "tasks_task": "SELECT id FROM tasks_task WHERE about_id = ANY ($2)",
    "tasks_reminder.id:bigint": (
        "SELECT m.id FROM tasks_reminder m JOIN tasks_task t ON t.id = m.task_id WHERE t.about_id = ANY ($2)"
    ),
}


def messages(reference: str) -> dict[str, str]:
    mine = f"SELECT id FROM outbox_message WHERE reference <> '' AND reference = {reference}"
    return {
        "outbox_message": mine,
        "outbox_envelope": f"SELECT id FROM outbox_envelope WHERE message_id IN ({mine})",
    }


def visitors(author: str) -> dict[str, str]:
    """Whoever wrote it without an account, unless something else of theirs is still held."""
    alone = " AND ".join(
        f"NOT EXISTS (SELECT FROM {table} x WHERE x.author_visitor_id = v.id AND x.id::text <> ALL ($2))"
        for table in ("concerns_submission", "concerns_draft", "concerns_enquiry", "concerns_addedinformation")
    )
    mine = f"SELECT v.id FROM access_visitor v WHERE v.id IN ({author}) AND {alone}"
    return {
        "access_visitor": mine,
        "access_visitorlink.token_hash:text": f"SELECT token_hash FROM access_visitorlink WHERE visitor_id IN ({mine})",
    }


UNDER_REFERRAL = (
    "referrals_concern", "referrals_need", "referrals_duty", "referrals_told", "referrals_informationrequest",
    "referrals_redirect", "referrals_takentogether", "referrals_decision", "referrals_resumption", "referrals_handover",
)  # fmt: skip
OF_SUBMISSION = ("concerns_concernraiser", "concerns_addedinformation", "concerns_progress")
OF_PEOPLE = ("people_personname", "people_address", "people_affiliation", "people_ownerquestion")

PARTS = {
    "referrals_referral": "SELECT $1",
    **{table: UNDER.format(table) for table in UNDER_REFERRAL},
    "referrals_approval": (
        "SELECT a.id FROM referrals_approval a JOIN referrals_decision d ON d.id = a.decision_id "
        "WHERE d.referral_id = $1"
    ),
    "referrals_requestoverride": (
        "SELECT o.id FROM referrals_requestoverride o JOIN referrals_informationrequest q ON q.id = o.request_id "
        "WHERE q.referral_id = $1"
    ),
    "concerns_submission": f"SELECT {SENT}",
    **{table: WITH_SENT.format(table) for table in OF_SUBMISSION},
    "concerns_draft": f"SELECT id FROM concerns_draft WHERE id = {DRAFTED}",
    "concerns_draftapart": f"SELECT id FROM concerns_draftapart WHERE draft_id = {DRAFTED}",
    "people_person": f"SELECT id FROM people_person WHERE id = {PERSON}",
    **{table: OF_PERSON.format(table) for table in OF_PEOPLE},
    # A match names two people: what was said of it goes with either.
    "people_match": f"SELECT id FROM people_match WHERE {PERSON} IN (person_id, candidate_id)",
    "people_personlink": f"SELECT id FROM people_personlink WHERE {PERSON} IN (person_id, other_id)",
    "people_equalityanswers": f"SELECT id FROM people_equalityanswers WHERE person_key = {PERSON}",
    **visitors(
        f"SELECT author_visitor_id FROM concerns_submission WHERE id = {SENT} UNION "
        f"SELECT author_visitor_id FROM concerns_addedinformation WHERE submission_id = {SENT}"
    ),
    **TASKS,
    **messages(REFERENCE),
    # Openings of the glass stay (row 19 of the sheet keeps them six years); who declared an interest does not.
    "access_interest": "SELECT id FROM access_interest WHERE about_id = $1",
}
OF_DRAFT = {
    "concerns_draft": "SELECT $1",
    "concerns_draftapart": "SELECT id FROM concerns_draftapart WHERE draft_id = $1",
    **visitors("SELECT author_visitor_id FROM concerns_draft WHERE id = $1"),
    **TASKS,
}
OF_ENQUIRY = {
    "concerns_enquiry": "SELECT $1",
    **visitors("SELECT author_visitor_id FROM concerns_enquiry WHERE id = $1"),
    **TASKS,
    **messages("(SELECT reference FROM concerns_enquiry WHERE id = $1)"),
}
WALLED = (
    "referrals_referral", "referrals_approval", "referrals_requestoverride", "concerns_submission", *UNDER_REFERRAL,
    *OF_SUBMISSION, "people_person", *OF_PEOPLE, "people_match", "people_personlink", "people_equalityanswers",
    "concerns_enquiry",
)  # fmt: skip

# What is signed stays, until its record goes as a whole.
STAYS = """
CREATE OR REPLACE FUNCTION triage.stays_but_grants() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - 'grants' - 'version' = to_jsonb(OLD) - 'grants' - 'version' THEN
        RETURN NEW;
    END IF;
    IF TG_OP = 'DELETE' AND current_user = 'waymark_guard' THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION '% is never changed or deleted; write a correction', TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END $$
"""


class Migration(migrations.Migration):
    """Referrals, drafts and enquiries have a life; what hangs on them goes with them."""

    dependencies = [
        ("referrals", "0003_told_by_referrer"),
        ("access", "0004_glass"),
        ("concerns", "0001_concerns"),
        ("people", "0002_owner_questions"),
        ("retention", "0002_lives"),
        ("outbox", "0001_outbox"),
        ("tasks", "0001_tasks"),
        ("vault", "0001_vault"),
    ]

    operations = [
        has_life(
            "referrals_referral",
            REFERRAL,
            needs_two=True,
            code=(
                "CASE WHEN new.state = 'mistaken' THEN 'referral-unfounded' "
                "WHEN new.state IN ('section_36', 'taken_over', 'channel_ended') THEN 'channel-case' "
                "WHEN new.under_18 IS FALSE THEN 'referral-adult' ELSE 'referral-child' END"
            ),
            came=day("new.received_at"),
            began=day("new.closed_at"),
            sealed=day("new.sealed_at"),
        ),
        has_life(
            "concerns_draft",
            DRAFT,
            needs_two=False,
            code="CASE WHEN new.state = 'not_sent' THEN 'enquiry-named' ELSE 'draft-referral' END",
            came=day("new.started_at"),
            began=day("CASE WHEN new.state = 'not_sent' THEN new.decided_at ELSE new.last_edited_at END"),
        ),
        has_life(
            "concerns_enquiry",
            ENQUIRY,
            needs_two=False,
            code="CASE WHEN new.names_someone THEN 'enquiry-named' ELSE 'enquiry-unnamed' END",
            came=day("new.asked_at"),
            began=day("new.asked_at"),
        ),
        goes_with(REFERRAL, PARTS),
        goes_with(DRAFT, OF_DRAFT),
        goes_with(ENQUIRY, OF_ENQUIRY),
        # A record that goes takes its key and documents with it: the vault’s trigger runs as whoever deletes.
        migrations.RunSQL(
            [
                "GRANT SELECT, UPDATE ON vault_recordkey TO waymark_guard",
                "GRANT SELECT, INSERT ON vault_destroyed TO waymark_guard",
                "GRANT SELECT, DELETE ON vault_document TO waymark_guard",
            ],
            migrations.RunSQL.noop,
        ),
        migrations.RunSQL([(STAYS, None)], migrations.RunSQL.noop),
        *[not_by_hand(table) for table in dict.fromkeys(WALLED)],
        not_by_hand("concerns_draft", unless="OLD.state IN ('writing', 'returned')"),
        not_while_held("concerns_draft", DRAFT),
    ]

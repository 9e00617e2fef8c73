import importlib

from django.db import migrations

from waymark.foundation.retention.migrating import goes_with, held_by

LIVES = importlib.import_module("waymark.pathway.referrals.migrations.0004_lives")
PERSON, SENT = "people.person", "concerns.submission"
DRAFTED = "(SELECT from_draft FROM concerns_submission WHERE id = $1)"


class Migration(migrations.Migration):
    """A person, and what was sent, are kept only as long as a referral is about them."""

    dependencies = [
        ("referrals", "0005_restrictions"),
        ("people", "0003_seen_before"),
        ("retention", "0003_left_over"),
    ]

    operations = [
        held_by("people_person", PERSON, "referral-child", {"referrals_referral": "person_id"}),
        goes_with(
            PERSON,
            {
                "people_person": "SELECT $1",
                **{table: f"SELECT id FROM {table} WHERE person_id = $1" for table in LIVES.OF_PEOPLE},
                "people_match": "SELECT id FROM people_match WHERE $1 IN (person_id, candidate_id)",
                "people_personlink": "SELECT id FROM people_personlink WHERE $1 IN (person_id, other_id)",
                "people_equalityanswers": "SELECT id FROM people_equalityanswers WHERE person_key = $1",
                **LIVES.TASKS,
            },
        ),
        held_by("concerns_submission", SENT, "referral-child", {"referrals_referral": "submission_id"}),
        goes_with(
            SENT,
            {
                "concerns_submission": "SELECT $1",
                **{table: f"SELECT id FROM {table} WHERE submission_id = $1" for table in LIVES.OF_SUBMISSION},
                "concerns_draft": f"SELECT id FROM concerns_draft WHERE id = {DRAFTED}",
                "concerns_draftapart": f"SELECT id FROM concerns_draftapart WHERE draft_id = {DRAFTED}",
                **LIVES.visitors(
                    "SELECT author_visitor_id FROM concerns_submission WHERE id = $1 UNION "
                    "SELECT author_visitor_id FROM concerns_addedinformation WHERE submission_id = $1"
                ),
                **LIVES.TASKS,
                **LIVES.messages("(SELECT reference FROM concerns_submission WHERE id = $1)"),
            },
        ),
    ]

from django.db import migrations

from waymark.foundation.retention.migrating import goes_with, held_by

PERSON = "people.person"
OF_PEOPLE = ("people_personname", "people_address", "people_affiliation", "people_ownerquestion")


class Migration(migrations.Migration):
    """A person is kept only as long as a referral is about them."""

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
                **{table: f"SELECT id FROM {table} WHERE person_id = $1" for table in OF_PEOPLE},
                "people_match": "SELECT id FROM people_match WHERE $1 IN (person_id, candidate_id)",
                "people_personlink": "SELECT id FROM people_personlink WHERE $1 IN (person_id, other_id)",
                "people_equalityanswers": "SELECT id FROM people_equalityanswers WHERE person_key = $1",
                "tasks_task": "SELECT id FROM tasks_task WHERE about_id = ANY ($2)",
                "tasks_reminder.id:bigint": (
                    "SELECT m.id FROM tasks_reminder m JOIN tasks_task t ON t.id = m.task_id WHERE t.about_id = ANY ($2)"
                ),
            },
        ),
    ]

from django.db import migrations

ROLES = ("administrator", "prevent_lead", "ig_lead")


class Migration(migrations.Migration):
    """The roles of roles.py that may vouch, as the database knows them; a test compares."""

    dependencies = [("home", "0002_looks"), ("access", "0007_standing")]

    operations = [
        migrations.RunSQL(
            "INSERT INTO gate.vouches (role) VALUES " + ", ".join(f"('{role}')" for role in ROLES),
            "DELETE FROM gate.vouches",
        )
    ]

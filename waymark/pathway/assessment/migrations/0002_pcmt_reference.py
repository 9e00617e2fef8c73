from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("assessment", "0001_assessment")]

    operations = [
        migrations.AddField(
            model_name="policeassessment",
            name="pcmt_reference",
            field=models.CharField(blank=True, default="", max_length=30),
        ),
        migrations.AddConstraint(
            model_name="policeassessment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("pcmt_reference", ""),
                    ("pcmt_reference__regex", "^[A-Za-z0-9][A-Za-z0-9/._-]{0,29}$"),
                    _connector="OR",
                ),
                name="pcmt_reference_only",
                violation_error_message="Give the reference only: letters and figures, no words about it.",
            ),
        ),
    ]

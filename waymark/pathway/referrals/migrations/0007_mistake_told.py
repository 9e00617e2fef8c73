from django.db import migrations, models


class Migration(migrations.Migration):
    """When those who were asked were told that the referral was mistaken."""

    dependencies = [("referrals", "0006_held_by")]

    operations = [
        migrations.AddField(model, "mistake_told_on", models.DateField(blank=True, null=True))
        for model in ("informationrequest", "redirect")
    ]

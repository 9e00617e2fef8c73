import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    """When those who were asked, and the police where they saw it, were told that the referral was mistaken."""

    dependencies = [("referrals", "0006_held_by")]

    operations = [
        *[
            migrations.AddField(model, "mistake_told_on", models.DateField(blank=True, null=True))
            for model in ("informationrequest", "redirect")
        ],
        migrations.AddField(
            "referral", "police_mistake_told_on", models.DateField(blank=True, null=True)
        ),
        migrations.AddField(
            "referral",
            "police_mistake_told_by",
            models.ForeignKey(
                blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddConstraint(
            "referral",
            models.CheckConstraint(
                condition=Q(police_mistake_told_on__isnull=True, police_mistake_told_by__isnull=True)
                | Q(
                    Q(heard_by_police_at__isnull=False) | Q(sent_to_police_at__isnull=False),
                    state="mistaken",
                    police_mistake_told_on__isnull=False,
                    police_mistake_told_by__isnull=False,
                ),
                name="referral_police_told_of_mistake",
                violation_error_message="The police are told of a mistake that they saw.",
            ),
        ),
    ]

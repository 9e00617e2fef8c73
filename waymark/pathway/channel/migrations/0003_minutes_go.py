"""The minutes of an item go with the referral that it is about."""

from django.db import migrations

from waymark.foundation.retention.migrating import goes_with

ITEMS = "panel_item i ON i.id = m.item_id WHERE i.about_id = $1"
PARTS = {
    "panel_minute": f"SELECT m.id FROM panel_minute m JOIN {ITEMS}",
    "panel_minutesignature": (
        f"SELECT s.id FROM panel_minutesignature s JOIN panel_minute m ON m.id = s.minute_id JOIN {ITEMS}"
    ),
}


class Migration(migrations.Migration):

    dependencies = [("channel", "0002_decisions"), ("panel", "0004_minutes")]

    operations = [goes_with("referrals.referral", PARTS)]

"""A pack goes when a referral goes that one of its items is about: it is made again without it."""

from django.db import migrations

from waymark.foundation.retention.migrating import goes_with

PACKS = "SELECT p.id FROM panel_pack p JOIN panel_item i ON i.id = ANY (p.items) WHERE i.about_id = $1"


class Migration(migrations.Migration):

    dependencies = [("channel", "0003_minutes_go"), ("panel", "0005_packs")]

    operations = [goes_with("referrals.referral", {"panel_pack": PACKS})]

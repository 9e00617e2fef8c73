from django.db import migrations

from waymark.foundation.retention.migrating import goes_with


COPIES = (
    "SELECT id FROM stewardship_item "
    "WHERE record_id = $1 OR source_id::text = ANY ($2) OR record_id::text = ANY ($2)"
)


class Migration(migrations.Migration):
    """What was copied to answer a person’s request goes with the record it came from.

    It stands here because the room that keeps the copies and the rooms that keep the records do not know each other.
    """

    dependencies = [("home", "0003_who_vouches"), ("stewardship", "0001_own_data"), ("exits", "0002_transfers")]

    operations = [goes_with(kind, {"stewardship_item": COPIES}) for kind in ("referrals.referral", "people.person")]

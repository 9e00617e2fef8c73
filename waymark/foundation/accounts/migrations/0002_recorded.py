"""What the ledger records of accounts, and the table in which attempts to sign in are counted."""

from django.db import migrations

from waymark.foundation.ledger.migrating import record


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_accounts"),
        ("ledger", "0001_ledger"),
        ("mfa", "0003_authenticator_type_uniq"),
    ]

    operations = [
        record("accounts_user", plain=["is_active", "disabled_at", "language"]),
        record("accounts_invitation", plain=["invited_at", "expires_at", "accepted_at", "withdrawn_at"]),
        # Whoever turns a second factor on or off leaves a trace; its secret does not.
        record("mfa_authenticator", plain=["type", "user_id"]),
        # What `createcachetable` would make: rate limits have to hold across all worker processes.
        migrations.RunSQL(
            [
                "CREATE TABLE accounts_cache (cache_key varchar(255) PRIMARY KEY, value text NOT NULL, "
                "expires timestamptz NOT NULL)",
                "CREATE INDEX accounts_cache_expires ON accounts_cache (expires)",
            ],
            "DROP TABLE accounts_cache",
        ),
    ]

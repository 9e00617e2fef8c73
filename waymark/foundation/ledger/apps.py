from django.apps import AppConfig


class LedgerConfig(AppConfig):
    name = "waymark.foundation.ledger"
    label = "ledger"

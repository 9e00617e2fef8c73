from django.apps import AppConfig


class VaultConfig(AppConfig):
    name = "waymark.foundation.vault"
    label = "vault"

    def ready(self) -> None:
        from waymark.foundation.access import context

        from . import keyring

        context.on_change(keyring.forget)

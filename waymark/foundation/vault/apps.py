from django.apps import AppConfig


class VaultConfig(AppConfig):
    name = "waymark.foundation.vault"
    label = "vault"

    def ready(self) -> None:
        from waymark.foundation.access import context, permissions
        from waymark.foundation.kernel import restoring, sealed_fields

        from . import erasures, keyring
        from .permissions import SENTENCES, Permission

        context.on_change(keyring.forget)
        sealed_fields.keys_from(keyring)
        restoring.declare_erased("vault.keys", listed=erasures.listed, again=erasures.again)
        permissions.declare(Permission, SENTENCES)

"""The accounts application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    """Accounts of people who sign in."""

    name = "waymark.foundation.accounts"
    label = "accounts"
    verbose_name = _("Accounts")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Pages say when the session ends."""
        from waymark.foundation.accounts.views import sitting
        from waymark.foundation.interface import shell

        shell.session_says(sitting.shown)

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccessConfig(AppConfig):
    name = "waymark.foundation.access"
    label = "access"

    def ready(self) -> None:
        from waymark.foundation.accounts.actions import invitations
        from waymark.foundation.kernel.restoring import declare_sample

        from . import checks, sampling  # noqa: F401  (registers the start-up checks)
        from .actions import promises
        from .permissions import Permission, declare

        invitations.after_acceptance(promises.keep)
        declare_sample("access.rows", sampling.open_rows)
        declare(
            Permission,
            {
                Permission.ROLES_READ: _("Read which role may do what"),
                Permission.MEMBERS_MANAGE: _("Invite people, give and end roles"),
                Permission.LEDGER_READ: _("Read who looked at and changed records"),
                Permission.GLASS_OPEN: _("Open a record that is not theirs under break-glass, with a reason"),
                Permission.GLASS_LIST: _("See what was opened under break-glass, and what the reviews found"),
                Permission.GLASS_REVIEW: _("Review what somebody else opened under break-glass"),
                Permission.VOUCH: _("Vouch for somebody who lost what they sign in with, or confirm it"),
            },
        )

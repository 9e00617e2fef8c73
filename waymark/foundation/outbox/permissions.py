"""What people may do with the outbox."""

from enum import StrEnum

from django.utils.translation import gettext_lazy as _


class Permission(StrEnum):
    SEE_QUEUE = "outbox.see-queue"


SENTENCES = {
    Permission.SEE_QUEUE: _("See which messages wait to be sent, and whether mail works (never to whom)")
}

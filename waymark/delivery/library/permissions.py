from enum import StrEnum

from django.utils.translation import gettext_lazy as _


class Permission(StrEnum):
    READ = "library.read"
    KEEP = "library.keep"


SENTENCES = {
    Permission.READ: _("Read the resource library"),
    Permission.KEEP: _("Keep the resource library, and what is awaited from elsewhere"),
}

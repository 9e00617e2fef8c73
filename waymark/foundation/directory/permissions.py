from enum import StrEnum

from django.utils.translation import gettext_lazy as _


class Permission(StrEnum):
    IMPORT = "directory.import"
    READ = "directory.read"
    KEEP = "directory.keep"


SENTENCES = {
    Permission.IMPORT: _("Load a register of institutions after seeing what it would change"),
    Permission.READ: _("See the contacts and notes that their authority keeps in the directory"),
    Permission.KEEP: _("Keep the directory of their authority: contacts, notes, organisations"),
}

"""What the vault asks for. Which record, and when, is for the policies of the record’s own part."""

from enum import StrEnum

from django.utils.translation import gettext_lazy as _


class Permission(StrEnum):
    READ_DOCUMENTS = "vault.read-documents"
    ADD_DOCUMENTS = "vault.add-documents"


SENTENCES = {
    Permission.READ_DOCUMENTS: _("Open documents of records they may read"),
    Permission.ADD_DOCUMENTS: _("Add documents to records they may add to"),
}

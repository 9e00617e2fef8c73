"""What each field of the ledger is. Entries hold opaque keys only; the key of who acted still tells of a person."""

from __future__ import annotations

from waymark.foundation.kernel.privacy import FieldSays, declare_fields, personal, plain


def _who(why: str, keep: str = "ledger") -> FieldSays:
    return personal(why=why, basis="legal-duty", stage="any", keep=keep, risk="watched")


def _entry(keep: str = "ledger") -> dict[str, FieldSays]:
    return {
        "id": plain("The entry’s place in the ledger"),
        "at": plain("When it was written"),
        "txid": plain("Which entries belong to one transaction"),
        "request": plain("Which entries belong to one request"),
        "actor": _who("Who did it, as a key", keep),
        "authority_id": plain("In which authority"),
    }


def _about(keep: str = "ledger") -> dict[str, FieldSays]:
    return {
        "organisation": plain("For which organisation it was done"),
        "about_kind": plain("Which kind of record"),
        "about_id": _who("About which record, as a key", keep),
    }


PURPOSE = plain("For which purpose the role works")

declare_fields(
    "ledger.Deed",
    {
        **_entry(),
        **_about(),
        "purpose": PURPOSE,
        "deed": plain("What was done, as a code"),
        "happened_at": plain("When it happened"),
    },
)
declare_fields(
    "ledger.Change",
    {
        **_entry(),
        "login": plain("Which login of the database wrote it"),
        "deed": plain("In which deed"),
        "relation": plain("Which table"),
        "row_id": _who("Which row, as a key"),
        "op": plain("Made, changed or erased"),
        "columns": plain("Names of the columns that changed, never what was in them"),
        "plain": plain("Old and new values of columns that tell nothing of a person"),
        "digest": plain("Proves what the row was, without holding it"),
    },
)
declare_fields(
    "ledger.Read",
    {**_entry(), **_about(), "purpose": PURPOSE, "page": plain("Which page was read, by its name")},
)
declare_fields(
    "ledger.Disclosure",
    {
        **_entry("disclosure-log"),
        **_about("disclosure-log"),
        "recipient": _who("To whom it was disclosed", "disclosure-log"),
        "what": _who("What was disclosed, to correct or withdraw it", "disclosure-log"),
        "basis": plain("On what legal basis"),
    },
)

"""What the vault records: keys (nothing of the person), and documents."""

from waymark.foundation.kernel.privacy import FieldSays, declare_fields, personal, plain

KEY = {
    "about_table": plain("Which kind of record"),
    "about_id": plain("Key of that record"),
    "destroyed_at": plain("When the content was made unreadable"),
}
declare_fields(
    "vault.RecordKey",
    {
        **KEY,
        "wrapped": plain("The key of the record, wrapped by a master key that is not in the database"),
        "master": plain("Number of that master key"),
    },
)
declare_fields("vault.DestroyedKey", {**KEY, "key_id": plain("Which key was destroyed")})
declare_fields(
    "vault.MasterKey",
    {
        "number": plain("Number of a master key"),
        "known_by": plain("What it is known by; never the key"),
        "made_at": plain("Since when"),
        "retired_at": plain("Until when"),
    },
)


def _of_the_record(why: str, encrypted: bool = False) -> FieldSays:
    return personal(
        why=why,
        basis="safeguarding",
        stage="a document is added",
        keep="referral-child",
        encrypted=encrypted,
        risk="found-out",
    )


declare_fields(
    "vault.Document",
    {
        "about_table": plain("Which kind of record"),
        "about_id": plain("Key of that record"),
        "name": _of_the_record("What the document is called by whoever added it", encrypted=True),
        "kind": plain("What kind of file"),
        "size": plain("How long it is"),
        "stored_as": plain("Random name of the sealed file"),
        "record_key": plain("Which key opens it"),
        "wrapped": plain("The key of the file, wrapped by the key of the record"),
        "checked": plain("What the virus checker said"),
        "checked_at": plain("When it said so"),
        "checked_with": plain("Which virus checker, with which signatures"),
        "added_by_user": _of_the_record("Who answers for the document"),
        "added_by_visitor": _of_the_record("Who answers for the document"),
        "added_at": plain("When it was added"),
    },
)

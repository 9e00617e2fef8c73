"""What each field of places is. Contacts are the only people here: those who answer for an institution or agency."""

from __future__ import annotations

from typing import Any

from waymark.foundation.kernel.privacy import declare_fields, personal, plain

REGISTER = plain("Public reference data.")
CONTACT: dict[str, Any] = {
    "basis": "public-task",
    "stage": "contact",
    "keep": "account",
    "risk": "staff-exposed",
}

_PUBLIC = {
    "places.Region": "id valid_from valid_until code name",
    "places.PoliceForce": "id valid_from valid_until code name",
    "places.Authority": (
        "id valid_from valid_until code name official_name kind nation region force upper_code county dfe_code slug "
        "safety_partnerships predecessor_code uses_waymark source"
    ),
    "places.Ward": "id valid_from valid_until code name authority constituency",
    "places.Institution": (
        "id kind urn name name_cy name_folded type_name phase status opened_on closed_on authority ward street "
        "locality town county postcode laestab trust_name trust_code pupils source source_on local_name local_note"
    ),
    "places.InstitutionLink": "id urn linked_urn linked_name kind established_on",
    "places.Organisation": (
        "id valid_from valid_until authority kind name institution contact_email contact_phone"
    ),
    "places.Team": "id valid_from valid_until organisation kind name",
    "places.RegisterUpload": "id name content shown recorded_at applied_at",
}

for model, names in _PUBLIC.items():
    declare_fields(model, dict.fromkeys(names.split(), REGISTER))

declare_fields(
    "places.Contact",
    {
        **dict.fromkeys(
            ("id", "valid_from", "valid_until", "organisation", "institution"), plain("Where and since when.")
        ),
        "role": personal(why="Who answers for what.", **CONTACT),
        "name": personal(why="Whom to ask for.", **CONTACT),
        "email": personal(why="How to reach them.", **CONTACT),
        "phone": personal(why="How to reach them.", **CONTACT),
    },
)

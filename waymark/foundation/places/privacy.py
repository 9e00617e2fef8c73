"""What each field of places is. Nobody is named here: contacts are the directory’s."""

from __future__ import annotations

from waymark.foundation.kernel.privacy import declare_fields, plain

REGISTER = plain("Public reference data.")

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
        "locality town county postcode laestab trust_name trust_code pupils source source_on local_name"
    ),
    "places.InstitutionLink": "id urn linked_urn linked_name kind established_on",
    "places.Organisation": (
        "id valid_from valid_until authority kind name name_folded ward institution contact_email contact_phone"
    ),
    "places.Team": "id valid_from valid_until organisation kind name",
    "places.RegisterUpload": "id name content shown recorded_at applied_at looked_at confirmed_at done problem",
}

for model, names in _PUBLIC.items():
    declare_fields(model, dict.fromkeys(names.split(), REGISTER))

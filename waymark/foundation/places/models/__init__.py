"""The records of places."""

from .areas import Authority, Nation, PoliceForce, Region, Ward
from .institutions import Institution, InstitutionLink
from .organisations import Organisation, Team
from .uploads import RegisterUpload

__all__ = [
    "Authority", "Institution", "InstitutionLink", "Nation", "Organisation", "PoliceForce", "Region",
    "RegisterUpload", "Team", "Ward",
]  # fmt: skip

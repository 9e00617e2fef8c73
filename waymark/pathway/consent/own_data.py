"""What a consent holds about a person, for whoever answers their request to see it."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from waymark.foundation.access import own_data

AT, OF = "case__referral__person", "case.referral"


def declare() -> None:
    """Called in AppConfig.ready."""
    own_data.offer(
        own_data.of_person(
            "consent.Consent", _("Consent to support"), AT, record=OF,
            others={"giver_name", "responsibility", "interpreter", "witness"},
        ),
        own_data.of_person(
            "consent.Objection", _("An objection to a consent"), f"consent__{AT}", record=f"consent.{OF}",
            of_others=True,
        ),
        own_data.of_person(
            "consent.Resolution", _("What came of an objection"), f"objection__consent__{AT}",
            record=f"objection.consent.{OF}", of_others=True,
        ),
        own_data.of_person(
            "consent.Withdrawal", _("Consent that was taken back"), f"consent__{AT}", record=f"consent.{OF}"
        ),
        own_data.of_person("consent.Reassessment", _("The panel looks again"), AT, record=OF),
        own_data.of_person(
            "consent.Reassessed", _("What came of looking again"), f"reassessment__{AT}",
            record=f"reassessment.{OF}",
        ),
    )  # fmt: skip

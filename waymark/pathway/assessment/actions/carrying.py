"""What a new row under an assessment carries: what the assessment does."""

from __future__ import annotations

from typing import Any

from waymark.pathway.assessment.models import PoliceAssessment


def under(assessment: PoliceAssessment) -> dict[str, Any]:
    return {
        "assessment": assessment,
        "authority_id": assessment.authority_id,
        "grants": list(assessment.grants),
    }

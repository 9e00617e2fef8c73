"""Which grants the rows of training carry."""

from __future__ import annotations

from waymark.foundation.access.actors import Actor


def planned_by(authority_id: int, *others: str) -> dict[str, object]:
    """What a row carries that the training team sees, and `others` (grants)."""
    grants = [f"authority:{authority_id}:training", f"system:{authority_id}", *others]
    return {"authority_id": authority_id, "grants": list(dict.fromkeys(grants))}


def for_planners(authority_id: int) -> dict[str, object]:
    """What a row carries that only those see who plan training."""
    return {
        "authority_id": authority_id,
        "grants": [f"authority:{authority_id}:training-plan", f"system:{authority_id}"],
    }


def offered(authority_id: int) -> dict[str, object]:
    """What a row carries that those may see, too, who book training for their own people."""
    return planned_by(authority_id, f"authority:{authority_id}:open-training")


def own(by: Actor) -> list[str]:
    """The grant of whoever books, so that they see their booking and its session."""
    return [by.ledger_name] if by.kind in ("user", "visitor") else []

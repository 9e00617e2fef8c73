"""What no page about a person may take in, said above every form in which somebody can write.

Counter-Terrorism and Security Act 2015, section 38(4) and (5): nothing that an intelligence service holds, that came
from one, or that is about one. What was entered all the same is taken out by two people: `waymark/oversight/purging`.
"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from waymark.foundation.interface import forms

ROOMS = ("assessment", "channel", "consent", "exits", "panel", "people", "referrals", "support")
WORDS = _(
    "Never write anything here that comes from the intelligence services, or that is marked SECRET. "
    "If that has happened, tell your Prevent lead at once."
)


def declare() -> None:
    """Called in AppConfig.ready. Whoever refers from outside is not asked: they hold no such thing."""
    for room in ROOMS:
        forms.warn(f"waymark.pathway.{room}.", WORDS)

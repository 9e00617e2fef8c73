"""What is called otherwise in one nation: a variant of English with a catalogue of its own, `locale/en_Scotland`."""

from __future__ import annotations

from django.utils import translation

from . import shell

# By nation (places.Nation), as BCP 47 registers them. What the catalogue does not say is said as everywhere.
VARIANTS = {"scotland": "en-scotland"}


def speak(nation: str) -> None:
    """The rest of the request says things as that nation does. Welsh has no variant."""
    variant = VARIANTS.get(nation)
    if variant is not None and shell.language() == "en":
        translation.activate(variant)

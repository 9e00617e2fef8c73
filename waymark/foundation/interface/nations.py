"""What is called otherwise in one nation: a variant of English with a catalogue of its own, `locale/en_Scotland`."""

from __future__ import annotations

from django.utils import translation

from . import shell

# By nation (places.Nation), as BCP 47 registers them. What the catalogue does not say is said as everywhere.
VARIANTS = {"scotland": "en-scotland"}


def said_in(language: str, nation: str) -> str:
    """The tag in which that nation says things in a language: of pages, letters and files. Welsh has no variant."""
    return VARIANTS.get(nation, language) if language == "en" else language


def speak(nation: str) -> None:
    """The rest of the request says things as that nation does."""
    said = said_in(shell.language(), nation)
    if said != shell.language():
        translation.activate(said)

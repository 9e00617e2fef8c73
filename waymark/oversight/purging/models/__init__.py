"""What was asked to be taken out, and the stones that stand where something was."""

from .purges import Ground, Purge
from .stones import Stone

__all__ = ["Ground", "Purge", "Stone"]

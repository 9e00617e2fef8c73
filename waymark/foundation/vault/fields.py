"""The sealed fields of the kernel, as the rooms above the vault name them: here are their keys."""

from waymark.foundation.kernel.sealed_fields import Cipher, Erased, Sealed, SealedJSON, SealedText, is_stone

__all__ = ["Cipher", "Erased", "Sealed", "SealedJSON", "SealedText", "is_stone"]

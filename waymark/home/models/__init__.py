"""The weekly review of looks, and inquiries into one account."""

from .looks import Answer, HomeArea, Inquiry, Review, ReviewLine

__all__ = ["Answer", "HomeArea", "Inquiry", "Review", "ReviewLine"]

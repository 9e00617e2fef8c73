"""The deeds of consent: the only writers of this part."""

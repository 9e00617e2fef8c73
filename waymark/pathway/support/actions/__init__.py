"""The deeds of support: the only writers of this part."""

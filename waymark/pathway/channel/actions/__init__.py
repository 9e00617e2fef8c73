"""The deeds of Channel: the only writers of this part."""

"""The deeds of police assessment: the only writers of this part."""

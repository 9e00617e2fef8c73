"""The pages of police assessment: reading, working, deciding."""

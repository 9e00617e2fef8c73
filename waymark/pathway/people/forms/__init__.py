"""Forms of the pages about a person."""

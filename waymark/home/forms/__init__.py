"""Forms of the home pages."""

"""Forms of break-glass."""

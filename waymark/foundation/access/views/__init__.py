"""Pages of break-glass."""

"""Pages of whoever governs information, and of the record owner."""

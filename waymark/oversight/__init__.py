"""Is it done well: assurance, governance, statistics, reports, stewardship. Reads counts, not records."""

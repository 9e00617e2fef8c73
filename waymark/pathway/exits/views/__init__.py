"""Pages of the end of support and after."""

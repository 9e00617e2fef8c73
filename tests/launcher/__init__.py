"""The launcher itself, with real processes and real databases of its own."""

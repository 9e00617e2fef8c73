"""Clock, working days, references, refusals, transitions, text. No tables, no HTTP, no Django models."""

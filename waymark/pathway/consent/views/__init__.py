"""The pages of consent: each asks, calls one action or shows one record."""

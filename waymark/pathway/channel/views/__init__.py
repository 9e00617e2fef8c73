"""The pages of Channel cases: each asks, calls one action or shows one record."""

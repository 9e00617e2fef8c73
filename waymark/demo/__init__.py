"""The demonstration authority, Westmarch: invented from end to end, built by calling actions. Nothing imports it."""

"""Consent to support through Channel: a record with a life, from the first asking to its end.

Works here: whoever the plan names to ask, the lead professional, the coordinator. The words: the *giver* is
the person, or a parent or guardian of a child; a child’s own view stands apart; consent *covers* what its
scope says, until it expires or is withdrawn. Must never be put here: the lawful basis for sharing
information, which does not rest on consent.
"""

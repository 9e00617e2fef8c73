"""The directory as people keep it: what is in it, contacts, notes, and registers to load.

Reference data itself is `places`; what somebody may do to it, and what is personal about it, stands here.
"""

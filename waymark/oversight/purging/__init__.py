"""Taking out single items that must not be here, such as what comes from an intelligence service (Counter-Terrorism and
Security Act 2015, section 38(4) and (5)). One person asks, another agrees, and only a stone with a date is left.

Who works here: whoever finds such an item asks; the Prevent lead and the information governance lead agree.
Must never be put here: what the item said.
"""

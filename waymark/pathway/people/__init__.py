"""People a concern is about: names in all their spellings, birth date, addresses over time, school or work.

Words: *the person*, *name*, *alias*, *seen before?*. The triage team works here. Must never be put here: what
somebody believes, any score or mark, links to other people, equality answers where a decider can read them.
"""

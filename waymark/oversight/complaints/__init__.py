"""Complaints about how Prevent is delivered here: who answers, until when, what came of it, and what the national
Standards and Compliance Unit (StaCU) said. It looks at how Prevent is carried out, and gives a reference.

Who works here: the Prevent lead and the information governance lead. Must never be put here: what a case holds. A
complaint names a record by its reference, and whoever may not see the record does not see that either.
"""

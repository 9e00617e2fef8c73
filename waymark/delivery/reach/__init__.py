"""Who has been reached by training, and who has not: counted for phases, wards, trusts and kinds, and worked off.

The figures come from a tally that the database keeps beside the attendances (sql/tally.sql). Decision 0041.
Must never hold: who was trained, by name.
"""

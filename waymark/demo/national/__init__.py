"""The national data set: everything a country’s councils would hold after ten years, invented from a seed.

Authorities are real; whoever works there, whoever a concern is about, and every word written is invented. No invented
person stands beside a real school: they go to invented ones, which say so in their names. Rows are written by COPY as
the migrating role, since actions would take days; what the walls and the ledger need of each row is made as the
actions make it. A part adds what it holds by a `Part` in parts.py.
"""

"""The vault: one key for each record, wrapped by a master key outside the database; sealed text; documents.

`fields` has the sealed fields, `migrating.keyed` gives a record’s table its key, `actions.destroying.destroy` ends it.
"""

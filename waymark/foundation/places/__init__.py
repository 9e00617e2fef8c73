"""Where things are and who works there: authorities, wards, forces, institutions, organisations, teams, contacts.

Public reference data, each fact with its source and dates, and the organisations an authority works with.
Must never hold: anything about a person a concern is about.
"""

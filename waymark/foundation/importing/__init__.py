"""Lists that somebody sends as a file: columns are matched, rows checked, and nothing is saved until it is confirmed.

A room offers something to import by declaring an `Importable` in its `AppConfig.ready`; see `kinds.py`. The pages, the
reading of files, the checking with row numbers and the background work are here, once.
"""

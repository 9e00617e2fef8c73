"""Sets Waymark up and runs it: packages, embedded PostgreSQL, migrations, web server, worker, tests.

`./run`, `./test` and `./check` are thin bash over `python -m launcher <verb>`. Nothing here imports `waymark`:
the launcher must be able to say what is wrong when `waymark` cannot even be imported.
"""

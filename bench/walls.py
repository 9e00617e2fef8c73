"""What row security and the ledger cost: the same statements as the application’s role and without either."""

from __future__ import annotations

import argparse

import psycopg

from bench.ground import HEAD, connect, in_turn, line, migrated

PEOPLE, AUTHORITIES, ROUNDS = 100_000, 20, 40
NEWEST = "SELECT id FROM people_person WHERE authority_id = 7 ORDER BY recorded_at DESC LIMIT 25"
COUNT = "SELECT count(*) FROM people_person WHERE authority_id = 7"
FILL = """
INSERT INTO people_person
    (id, authority_id, grants, version, recorded_at, salt, reference, born_precision, gender, language)
SELECT gen_random_uuid(), 1 + n %% %(authorities)s,
       ARRAY['authority:' || 1 + n %% %(authorities)s || ':triage', 'system:' || 1 + n %% %(authorities)s],
       1, now() - n * interval '1 minute', gen_random_uuid(), 'P-' || n, 'unknown', '', ''
  FROM generate_series(1, %(people)s) AS n
"""
ONE = FILL.replace("generate_series(1, %(people)s)", "generate_series(%(from)s::int, %(from)s::int + 99)")


def main(words: list[str]) -> None:
    argparse.ArgumentParser(prog="./run bench walls", description=__doc__).parse_args(words)
    with (
        migrated() as server,
        connect(server, "waymark_migrate") as bare,
        connect(server, "waymark_app") as app,
    ):
        _fill(bare)
        print(f"{PEOPLE:,} people in {AUTHORITIES} authorities; the application sees one authority’s\n{HEAD}")
        for title, sql in (("25 newest of one authority", NEWEST), ("count of one authority", COUNT)):
            print(
                line(
                    title,
                    *in_turn(
                        lambda sql=sql: _seen(app, sql), lambda sql=sql: bare.execute(sql).fetchall(), ROUNDS
                    ),
                )
            )
        place = iter(range(PEOPLE + 1, 10**9, 100))
        print(line("100 rows added, with row security and ledger", *in_turn(
            lambda: _added(app, next(place)), lambda: _unrecorded(bare, next(place)), ROUNDS)))  # fmt: skip


def _fill(bare: psycopg.Connection) -> None:
    bare.execute(
        "INSERT INTO places_authority (id, code, name, official_name, kind, nation, upper_code, county, dfe_code, "
        "slug, safety_partnerships, predecessor_code, uses_waymark, source) OVERRIDING SYSTEM VALUE "
        "SELECT n, 'B' || n, 'Authority ' || n, '', 'unitary', 'england', '', '', '', '', '', '', true, '' "
        "FROM generate_series(1, %s) AS n",
        [AUTHORITIES],
    )
    bare.execute("ALTER TABLE people_person DISABLE TRIGGER people_person_recorded")
    bare.execute(FILL, {"authorities": AUTHORITIES, "people": PEOPLE})
    bare.execute("ALTER TABLE people_person ENABLE TRIGGER people_person_recorded")
    bare.execute("CREATE TABLE bare_person (LIKE people_person INCLUDING ALL)")
    bare.execute("INSERT INTO bare_person SELECT * FROM people_person")
    bare.execute("VACUUM ANALYZE people_person, bare_person")


def _context(app: psycopg.Connection, *grants: str) -> None:
    app.execute(
        "SELECT set_config('waymark.grants', %s, true), set_config('waymark.actor', 'user:bench', true)",
        ["{" + ",".join(grants) + "}"],
    )


def _seen(app: psycopg.Connection, sql: str) -> None:
    with app.transaction():
        _context(app, "authority:7:triage")
        app.execute(sql).fetchall()


def _fetched(bare: psycopg.Connection, sql: str) -> None:
    with bare.transaction():
        bare.execute(sql).fetchall()


def _added(app: psycopg.Connection, first: int) -> None:
    with app.transaction():
        _context(app, *(f"authority:{n}:triage" for n in range(1, AUTHORITIES + 1)))
        app.execute(ONE, {"authorities": AUTHORITIES, "from": first})


def _unrecorded(bare: psycopg.Connection, first: int) -> None:
    """Into a table of the same columns and indexes, without row security and trigger."""
    with bare.transaction():
        bare.execute(ONE.replace("people_person", "bare_person"), {"authorities": AUTHORITIES, "from": first})

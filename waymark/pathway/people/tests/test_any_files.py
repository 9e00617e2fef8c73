"""`./run bench match --people --queries --out` on files as they come: marks, quotes, scripts, gaps, columns in any order."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from django.db import connection

from bench.matching import files, measure, search

pytestmark = pytest.mark.django_db
PEOPLE = """\ufeffsurname,forenames,person_id,postcode,date_of_birth,aliases,institution,notes\r
"O'Brien",Seán,p1,WS1 1AA,2009-03-04,"Shaun Brien|Shauny","St Mary’s, Walsall",x\r
,محمد,p2,,2008,محمد خان|Mohammed Khan,,\r
王,小明,p3,,,"Wang Xiaoming",,\r
"van der Berg-Smith, Jr",Anne-Marie Louise,p4,ws11ab,31/12/2007,,"Academy, The ""Big"" One",\r
de la Cruz Fernandez,María José,p5,B1 1AA,2006-05,,,\r
Khan,,p6,B1 1AB,,,School 1,\r
LONG,Longforename,p7,,2001-01-01,,,\r
Jones,Rhys,p9,,1999-02-31,,,\r
,,p10,CV1 1AA,1990-01-01,,,\r
Nguyễn,Văn Anh,p11,,1990-11-12,|||,,\r
\r
Smith,John,p8,,0000-00-00,,,\r
"""
ASKED = [
    ("q1", "Shaun", "OBRIEN", "", "2009-04-03", "", "", "p1"),
    ("q2", "Muhammad", "Khan", "", "2008-05-06", "", "", "p2"),
    ("q3", "Xiao Ming", "Wang", "", "", "", "", "p3"),
    ("q4", "Anne Marie", "Van Der Berg", "", "2007-12-31", "", "", "p4"),
    ("q5", "Maria", "Cruz", "", "2006-05-17", "B1 1AA", "", "p5"),
    ("q6", "A", "Khan", "", "", "B11AB", "school 1", "p6"),
    ("q7", "", "Abdulrahmansurname", "", "2001-01-01", "", "", "p7"),
    ("q8", "Jon", "Smith", "", "", "", "", "p8"),
    ("q9", "Rhys", "Jones", "", "1999", "", "", "p9"),
    ("q10", "", "", "", "1990-01-01", "cv1 1aa", "", "p10"),
    ("q11", "Anh", "Nguyen", "", "12/11/1990", "", "", "p11"),
    ("q12", "", "", "Shauny", "2009-03-04", "", "", "p1"),
    ("q13", "", "", "", "", "", "", None),
]


@pytest.fixture
def written(tmp_path: Path) -> tuple[Path, Path]:
    people, queries = tmp_path / "P.csv", tmp_path / "Q.csv"
    text = PEOPLE.replace("LONG", "Abdulrahmansurname" * 30)
    people.write_text(text, encoding="utf-8", newline="")
    with queries.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("query_id", *files.COLUMNS))
        writer.writerows(row[:-1] for row in ASKED)
    return people, queries


def test_each_row_of_an_odd_file_is_read_and_found(written, everything):
    people = list(files.rows(written[0], "person_id"))
    queries = list(files.rows(written[1], "query_id"))
    assert len(people) == 11 and len(queries) == len(ASKED)
    with everything():
        with connection.cursor() as cursor:
            plain = cursor.connection
        search.take(plain, people)
        found = search.ask(plain, queries)
    first = {
        query.key: people[answer.people[0]].key if answer.people else None
        for query, answer in zip(queries, found, strict=True)
    }
    assert first == {row[0]: row[-1] for row in ASKED}


@pytest.mark.parametrize(
    ("text", "sentence"),
    [("name,born\nA,B\n", "no column person_id"), ("person_id,born\n1,2\n", "no name to compare")],
)
def test_a_file_of_other_columns_is_refused_in_words(tmp_path: Path, capsys, text: str, sentence: str):
    people = tmp_path / "P.csv"
    people.write_text(text, encoding="utf-8")
    words = ["--people", str(people), "--queries", str(people), "--out", str(tmp_path / "R.csv")]
    assert measure.run(words) == 2
    assert sentence in capsys.readouterr().err
    assert measure.run(words[:2]) == 2

"""Run by splink_side in a Python that has Splink: trains as its documentation says, writes the likeliest pairs.

Words: the folder with people.csv and queries.csv, and how many pairs to write to pairs.csv.
"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from typing import Any


def main(folder: Path, load: int) -> None:
    splink: Any = importlib.import_module("splink")
    cl: Any = importlib.import_module("splink.comparison_library")
    duckdb: Any = importlib.import_module("duckdb")
    own = duckdb.connect()
    tables = []
    for name in ("people", "queries"):
        own.execute(
            f"CREATE TABLE {name} AS SELECT * FROM read_csv('{folder / name}.csv', all_varchar = true, nullstr = '', "
            "header = true, delim = ',', quote = '\"')"
        )
        tables.append(own.table(name))
    filled = {
        column: own.execute(f"SELECT count({column}) FROM people").fetchone()[0]
        for column in ("postcode", "place")
    }
    comparisons = [
        cl.ForenameSurnameComparison("first_name", "surname"),
        cl.DateOfBirthComparison("dob", input_is_string=True),
        *([cl.PostcodeComparison("postcode")] if filled["postcode"] else []),
        *([cl.JaroWinklerAtThresholds("place", 0.9)] if filled["place"] else []),
    ]
    block = splink.block_on
    rules = [
        block("dob"),
        block("first_name", "surname"),
        splink.CustomRule("l.first_name = r.surname AND l.surname = r.first_name")
        if hasattr(splink, "CustomRule")
        else "l.first_name = r.surname AND l.surname = r.first_name",
        block("surname", "substr(dob, 1, 4)"),
        block("first_name", "substr(dob, 1, 4)"),
        block("surname", "substr(first_name, 1, 2)"),
        block("first_name", "substr(surname, 1, 2)"),
        *([block("postcode")] if filled["postcode"] else []),
        *([block("place", "surname"), block("place", "first_name")] if filled["place"] else []),
    ]
    settings = splink.SettingsCreator(
        link_type="link_only", comparisons=comparisons, blocking_rules_to_generate_predictions=rules
    )
    api = splink.DuckDBAPI(own)
    frames = [
        api.register(table, source_dataset_name=name) for table, name in zip(tables, ("p", "q"), strict=True)
    ]
    linker = splink.Linker(frames, settings)
    linker.training.estimate_probability_two_random_records_match(
        [block("dob", "surname"), block("dob", "first_name"), block("first_name", "surname")], recall=0.8
    )
    linker.training.estimate_u_using_random_sampling(max_pairs=2_000_000)
    linker.training.estimate_parameters_using_expectation_maximisation(block("dob"))
    linker.training.estimate_parameters_using_expectation_maximisation(block("first_name", "surname"))
    found = linker.inference.predict(threshold_match_weight=-20).as_duckdbpyrelation()
    found.order("match_weight DESC").limit(load).create_view("likeliest")
    own.execute(
        f"COPY (SELECT unique_id_r AS query, unique_id_l AS person FROM likeliest) TO '{folder / 'pairs.csv'}' (HEADER)"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))

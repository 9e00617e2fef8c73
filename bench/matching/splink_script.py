"""Run by splink_side in a Python that has Splink: trains as its documentation says, writes the likeliest pairs.

Words: the folder with people.csv and queries.csv, and how many pairs to write to pairs.csv.
"""

from __future__ import annotations

import csv
import importlib
import sys
from pathlib import Path
from typing import Any

COLUMNS = ("unique_id", "first_name", "surname", "dob", "postcode", "place")


def main(folder: Path, load: int) -> None:
    splink: Any = importlib.import_module("splink")
    cl: Any = importlib.import_module("splink.comparison_library")
    rule: Any = importlib.import_module("splink.blocking_rule_library")
    reader: Any = importlib.import_module("pyarrow.csv")
    tables = [
        reader.read_csv(
            folder / f"{name}.csv",
            convert_options=reader.ConvertOptions(
                column_types=dict.fromkeys(COLUMNS, "string"), strings_can_be_null=True, null_values=[""]
            ),
        )
        for name in ("people", "queries")
    ]
    filled = {
        column: tables[0].column(column).null_count < len(tables[0]) for column in ("postcode", "place")
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
        rule.CustomRule("l.first_name = r.surname AND l.surname = r.first_name"),
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
    api = splink.DuckDBAPI()
    frames = [
        api.register(table, dataset_display_name=name) for table, name in zip(tables, ("p", "q"), strict=True)
    ]
    linker = splink.Linker(frames, settings)
    linker.training.estimate_probability_two_random_records_match(
        [block("dob", "surname"), block("dob", "first_name"), block("first_name", "surname")], recall=0.8
    )
    linker.training.estimate_u_using_random_sampling(max_pairs=2_000_000)
    linker.training.estimate_parameters_using_expectation_maximisation(block("dob"))
    linker.training.estimate_parameters_using_expectation_maximisation(block("first_name", "surname"))
    found = linker.inference.predict(threshold_match_weight=-20).as_record_list()
    found.sort(key=lambda pair: -pair["match_weight"])
    with (folder / "pairs.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("query", "person"))
        writer.writerows((pair["unique_id_r"], pair["unique_id_l"]) for pair in found[:load])


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))

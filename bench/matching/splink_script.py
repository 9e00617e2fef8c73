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
    tables = [_table(folder / f"{name}.csv") for name in ("people", "queries")]
    filled = {name: tables[0].column(name).null_count < len(tables[0]) for name in ("postcode", "place")}
    settings = splink.SettingsCreator(
        link_type="link_only",
        comparisons=_comparisons(filled),
        blocking_rules_to_generate_predictions=_rules(splink.block_on, filled),
    )
    api = splink.DuckDBAPI()
    frames = [
        api.register(table, dataset_display_name=name) for table, name in zip(tables, ("p", "q"), strict=True)
    ]
    linker = splink.Linker(frames, settings)
    _train(linker, splink.block_on)
    found = linker.inference.predict(threshold_match_weight=-20).as_record_list()
    found.sort(key=lambda pair: -pair["match_weight"])
    with (folder / "pairs.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("query", "person"))
        writer.writerows((pair["unique_id_r"], pair["unique_id_l"]) for pair in found[:load])


def _table(path: Path) -> Any:
    """A file as an Arrow table of text; an empty field is none."""
    reader: Any = importlib.import_module("pyarrow.csv")
    options = reader.ConvertOptions(
        column_types=dict.fromkeys(COLUMNS, "string"), strings_can_be_null=True, null_values=[""]
    )
    return reader.read_csv(path, convert_options=options)


def _comparisons(filled: dict[str, bool]) -> list[Any]:
    cl: Any = importlib.import_module("splink.comparison_library")
    return [
        cl.ForenameSurnameComparison("first_name", "surname"),
        cl.DateOfBirthComparison("dob", input_is_string=True),
        *([cl.PostcodeComparison("postcode")] if filled["postcode"] else []),
        *([cl.JaroWinklerAtThresholds("place", 0.9)] if filled["place"] else []),
    ]


def _rules(block: Any, filled: dict[str, bool]) -> list[Any]:
    """Which pairs are looked at."""
    rule: Any = importlib.import_module("splink.blocking_rule_library")
    return [
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


def _train(linker: Any, block: Any) -> None:
    """In the order that its documentation gives."""
    training = linker.training
    training.estimate_probability_two_random_records_match(
        [block("dob", "surname"), block("dob", "first_name"), block("first_name", "surname")], recall=0.8
    )
    training.estimate_u_using_random_sampling(max_pairs=2_000_000)
    training.estimate_parameters_using_expectation_maximisation(block("dob"))
    training.estimate_parameters_using_expectation_maximisation(block("first_name", "surname"))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))

"""`./run verify`: says in plain words what it found. 0: all is as it was sealed; 1: it is not; 2: it cannot be told."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from . import checks
from .checks import when
from .reading import CannotVerify, Everything, read

MOST_SHOWN = 50


def main(words: Sequence[str]) -> int:
    given = _understand(words)
    try:
        if not given.database:
            raise CannotVerify("Say which database: --database, or WAYMARK_MIGRATE_URL.")
        found = read(given.database, given.roots, given.key, given.years)
        if not found.seals and not found.roots:
            raise CannotVerify("There is no seal and no root yet, so nothing can be proved.")
        if found.seals and not found.roots:
            raise CannotVerify("There is no root: whether seals were rewritten cannot be told.")
    except CannotVerify as problem:
        print(f"Not verified. {problem}")
        return 2
    wrong = faults(found)
    print("\n".join(_summary(found)))
    if not wrong:
        print("Everything fits: no entry was changed, taken out, put in, or put in another order.")
        return 0
    print(f"\nThis does not fit ({len(wrong)}):")
    print("\n".join(f"- {sentence}" for sentence in wrong[:MOST_SHOWN]))
    if len(wrong) > MOST_SHOWN:
        print(f"- and {len(wrong) - MOST_SHOWN} more")
    return 1


def faults(found: Everything) -> list[str]:
    """What every check has to say, in their order."""
    return [sentence for check in checks.CHECKS.values() for sentence in check(found)]


def _understand(words: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="verify", description=__doc__)
    parser.add_argument("--database", default=os.environ.get("WAYMARK_MIGRATE_URL", ""))
    parser.add_argument(
        "--roots", type=Path, action="append", help="a roots file, or a folder with some; repeat it"
    )
    parser.add_argument("--key", type=Path, action="append", help="a public key; repeat it")
    parser.add_argument(
        "--years",
        type=int,
        default=int(os.environ.get("WAYMARK_LEDGER_YEARS") or 8),
        help="for how many years entries are kept at least; 8 when nothing is said",
    )
    given = parser.parse_args(words)
    given.roots = given.roots or [Path(os.environ.get("WAYMARK_ROOTS", "roots"))]
    given.key = given.key or [Path(os.environ.get("WAYMARK_LEDGER_PUBLIC_KEY", "ledger.pub"))]
    return given


def _summary(found: Everything) -> list[str]:
    sealed = sum(s.count for s in found.seals if s.kind == "sealed")
    gone = sum(s.count for s in found.seals if s.kind == "dropped")
    waiting = sum(left.tree.count for left in found.unsealed.values())
    lines = [
        f"{sealed:,} entries in {len(found.seals):,} seals, and {len(found.roots):,} signed roots, were read."
    ]
    if found.seals:
        lines.append(f"The newest seal is of {when(found.seals[-1].sealed_at)}.")
    if found.roots:
        lines.append(f"The newest root is of {when(max(r.said['at'] for r in found.roots))}.")
    if gone:
        lines.append(f"{gone:,} entries were dropped when their time was over; their seals are here.")
    if waiting:
        lines.append(f"{waiting:,} entries are newer than the newest seal: of these nothing can be said yet.")
    for root in found.roots:
        if root.said.get("kind") == "restored":
            lines.append(
                f"On {when(root.said['at'])} it was stated that the database was put back to a backup, and "
                f"{_count(root.said.get('given_up', []))} given up. Reason given: {root.said.get('reason')}"
            )
    return lines


def _count(ranges: list[list[int]]) -> str:
    count = sum(last - first + 1 for first, last in ranges)
    return f"{count} signed root was" if count == 1 else f"{count} signed roots were"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

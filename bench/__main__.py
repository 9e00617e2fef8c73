"""`./run bench [NAME …]`: measures, side by side in one run, what the names say; all of them when none is named."""

from __future__ import annotations

import sys

from bench import imports, seals, walls

MEASURES = {"walls": walls.main, "imports": imports.main, "seals": seals.main}


def main(names: list[str]) -> int:
    unknown = [name for name in names if name not in MEASURES]
    if unknown:
        print(f"There is no measurement called {unknown[0]}. There are: {', '.join(MEASURES)}.")
        return 2
    for name in names or MEASURES:
        MEASURES[name]()
        print()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

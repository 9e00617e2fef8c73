"""`./run bench [NAME …]`: measures, side by side in one run, what the names say; all of them when none is named.

Words that begin with -- belong to the name before them: `./run bench ledger --entries 1000000`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

from bench import attendances, channel, imports, kill, ledger, pages, reach, walls
from bench.matching import measure

Measure = Callable[[list[str]], None]
MEASURES: dict[str, Measure] = {
    "walls": walls.main,
    "imports": imports.main,
    "attendances": attendances.main,
    "ledger": ledger.main,
    "match": measure.main,
    "pages": pages.main,
    "channel": channel.main,
    "kill": kill.main,
    "reach": reach.main,
}
# These want a data set, or an hour: measured when they are named.
WHEN_NAMED = ("pages", "channel", "kill", "reach")


def main(words: list[str]) -> int:
    if words[:1] in (["--help"], ["-h"]):
        print(f"{__doc__}\nThere are: {', '.join(MEASURES)}. What each takes: ./run bench NAME --help")
        return 0
    asked = _understand(words) or [(name, []) for name in MEASURES if name not in WHEN_NAMED]
    unknown = [name for name, _own in asked if name not in MEASURES]
    if unknown:
        print(f"There is no measurement called {unknown[0]}. There are: {', '.join(MEASURES)}.")
        return 2
    for name, own in asked:
        MEASURES[name](own)
        print()
    return 0


def _understand(words: list[str]) -> list[tuple[str, list[str]]]:
    """Each name with the words that belong to it."""
    asked: list[tuple[str, list[str]]] = []
    own = False
    for word in words:
        own = word.startswith("-") or own
        if asked and own:
            asked[-1][1].append(word)
            own = word.startswith("--") and "=" not in word
        else:
            asked.append((word, []))
    return asked


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

"""`python -m waymark.foundation.vault.inspecting KIND`: the file comes in, the clean one goes out.

Exit 0: taken. Exit 3: refused, and the code of why is the last line of the error output. Anything else: it broke.
"""

from __future__ import annotations

import sys

from waymark.foundation.vault.inspecting import LONGER, MOST_BYTES, Unacceptable, clean
from waymark.foundation.vault.inspecting.confining import confine

REFUSED = 3
# Said where the kernel takes neither network nor programs away.
UNCONFINED = "unconfined"


def main(kind: str) -> int:
    if "no network" not in confine():
        sys.stderr.write(f"{UNCONFINED}\n")
    try:
        cleaned = clean(kind, sys.stdin.buffer.read(LONGER.get(kind, MOST_BYTES) + 1))
    except Unacceptable as problem:
        return refuse(problem.code)
    except MemoryError:
        return refuse("bomb")
    sys.stdout.buffer.write(cleaned)
    sys.stdout.buffer.flush()
    return 0


def refuse(code: str) -> int:
    sys.stderr.write(f"{code}\n")
    return REFUSED


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))

"""`python -m waymark.foundation.vault.inspecting KIND`: the file comes in, the clean one goes out.

Exit 0: taken. Exit 3: refused, and the code of why is the last line of the error output. Anything else: it broke.
"""

from __future__ import annotations

import resource
import sys

from waymark.foundation.vault.inspecting import MOST_BYTES, Unacceptable, clean

MOST_MEMORY = 1_500_000_000
MOST_SECONDS = 30
REFUSED = 3


def main(kind: str) -> int:
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))  # it writes no file at all
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        cleaned = clean(kind, sys.stdin.buffer.read(MOST_BYTES + 1))
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

"""`python -m launcher run|test|check …`: what the three commands call once Python and its packages are there."""

from __future__ import annotations

import signal
import sys

from launcher import checking, keeping, running, testing
from launcher.trouble import Trouble

COMMANDS = {
    "run": running.run,
    "test": testing.run,
    "check": checking.run,
    "keep": keeping.run,
    "ground": testing.write_ground,
}


def main(words: list[str]) -> int:
    """Exit code of one command. A Trouble is told in its sentences, never as a traceback."""
    if not words or words[0] not in COMMANDS:
        raise Trouble("Use ./run, ./test or ./check.", code=2)
    return COMMANDS[words[0]](words[1:])


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except Trouble as trouble:
        print(f"\n{trouble}", file=sys.stderr)
        sys.exit(trouble.code)
    except KeyboardInterrupt:
        sys.exit(128 + signal.SIGINT)

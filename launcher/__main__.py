"""`python -m launcher <verb>`: what `./run`, `./test` and `./check` call."""

from __future__ import annotations

import sys

from launcher import testing
from launcher.trouble import Trouble


def main(words: list[str]) -> int:
    verb, rest = (words[0], words[1:]) if words else ("", [])
    if verb == "test":
        return testing.run(rest)
    raise Trouble(f"There is no “{verb}”.", "Verbs: test.")


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
        sys.exit(trouble.code)

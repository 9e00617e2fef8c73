"""What can go wrong while starting, said in a sentence with what to do about it."""

from __future__ import annotations


class Trouble(Exception):
    """Stops a verb: `what` says plainly what is wrong, `then` what to do. Printed without a traceback."""

    def __init__(self, what: str, then: str = "", code: int = 1) -> None:
        super().__init__(what)
        self.what, self.then, self.code = what, then, code

    def __str__(self) -> str:
        return f"{self.what}\n{self.then}" if self.then else self.what

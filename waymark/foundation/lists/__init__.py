"""Lists to choose from that an authority keeps: national entries, which parts declare, and its own, each with the days
on which it is offered. What was chosen keeps its words, because an entry is never changed: it ends, and another begins.

Must never hold: anything about a person.

    lists.declare(ListDefault("destinations", _("Who goes on helping"), Destination, fixed=frozenset({"none"})))
    lists.offered("destinations", authority_id, on)          code and words, for a form
    lists.words("destinations", code)                        of what was chosen, whenever that was
"""

from typing import Any

from .declared import ListDefault, declare

__all__ = ["ListDefault", "check", "counted", "declare", "grouped", "offered", "words"]


def __getattr__(name: str) -> Any:
    # What is read needs models, which are not there yet while Django imports this package.
    if name in ("check", "counted", "grouped", "offered", "words"):
        from . import queries

        return getattr(queries, name)
    raise AttributeError(name)

"""Messages that leave the house: “you have something to do” and a link, to one recipient, never a word about a person.

A message is written in the transaction of the deed that causes it, and sent later by a job, tried again for seven days.
The envelope (address, link) is a row of its own that only jobs see; it goes when the message is sent or given up.
Must never hold: a name, a school, a kind of case, free text.

    outbox.declare(Template("concerns.received", _("..."), _("... {link}")))        in AppConfig.ready
    outbox.post("concerns.received", to=user, link=reverse(...), key=f"...", authority_id=..., reference="R-...")
"""

from typing import Any

from .templates_declared import Template, declare

__all__ = ["Template", "declare", "post"]


def __getattr__(name: str) -> Any:
    # `post` needs models, which are not there yet while Django imports this package.
    if name == "post":
        from .actions.posting import post

        return post
    raise AttributeError(name)

"""Which permissions are dangerous to misuse: their deeds want a fresh proof, and the widest of them a strong one.

A gate (tests/gates/test_dangerous.py) asks of each route behind a dangerous one that it steps up, or that its reason
not to stands here; and of each permission that somebody has judged it.
"""

from __future__ import annotations

from waymark.foundation.access.permissions import Permission as Access
from waymark.foundation.directory.permissions import Permission as Directory
from waymark.foundation.retention.permissions import Permission as Retention
from waymark.home.permissions import Permission as Looks
from waymark.oversight.purging.permissions import Permission as Purging
from waymark.oversight.reports.permissions import Permission as Reports
from waymark.oversight.stewardship.permissions import Permission as OwnData
from waymark.pathway.concerns.permissions import Permission as Concerns

# Over what others may do, over the whole ledger, over what is kept or erased.
WIDEST = frozenset(
    {Access.MEMBERS_MANAGE, Access.VOUCH, Access.LEDGER_READ, Looks.LOOK_INTO}
    | {Retention.SET_PERIOD, Retention.HOLD, Retention.PROPOSE, Retention.APPROVE, OwnData.RELEASE}
    | {Purging.AGREE}
)
# Those, and single deeds that open, load or take away much at once.
DANGEROUS = WIDEST | {
    Access.GLASS_OPEN,
    Directory.IMPORT,
    Retention.SEE_HELD,
    Reports.APPROVE_RELEASE,
    Purging.ASK,
    Concerns.ROUTE,
}
# Routes behind a dangerous permission that do nothing dangerous: why.
READS = "It only shows; nothing is changed or taken away."
WITHOUT_PROOF = {
    "home:members": READS,
    "home:member": READS,
    "home:member-home-area": "Notes the first half of a postcode; gives and takes nothing.",
    "home:ledger": "It shows a page at a time and cannot be downloaded; each look at it is in the ledger.",
    "home:looked-into": "What was asked for, with a proof, on the same day.",
    "recovery:listing": READS,
    "concerns:routing": READS,
    "retention:periods": READS,
    "retention:holds": READS,
    "retention:hold": "Keeps what would go; ending a hold wants a proof.",
    "retention:held": READS,
    "retention:disposals": READS,
    "retention:proposals": READS,
    "retention:refuse": "Erases nothing: the proposal ends.",
    "stewardship:send-back": "Gives nothing out: it is worked on again.",
    "stewardship:hand-over": "Writes down what was done; the answer itself wants a proof.",
    "purging:list": READS,
    "purging:begin": "Finds by reference; asking wants a proof.",
    "purging:refuse": "Takes nothing out: the item stays.",
    "glass:find": "Finds by reference; opening wants a proof.",
    "glass:interest": "Closes a record to whoever says that they know the person.",
    "glass:end": "Ends what was opened.",
}

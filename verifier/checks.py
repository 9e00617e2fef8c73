"""The checks, each by itself. Each answers sentences about what it found; none means nothing was found."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from cryptography.exceptions import InvalidSignature

from .canonical import FIELDS, seal_hash
from .reading import Everything, Root, Seal

SECOND = 1_000_000
# A clock that is put right by less than this is not told of.
STEP = SECOND
# An entry this much older than the newest seal should have been sealed long ago.
PASSED_OVER = 2 * 3600 * SECOND
# Roots are signed each hour. Seals this much newer than the newest root mean that roots are missing.
UNROOTED = 2 * 3600 * SECOND
YEAR = 365 * 86_400 * SECOND
ZERO = "0" * 64


def when(micros: int) -> str:
    moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=micros)
    return f"{moment.day} {moment:%B %Y, %H:%M:%S} UTC"


def chain(all_: Everything) -> Iterator[str]:
    """Each seal is what it says, and holds the one before it; none is missing."""
    previous = bytes(32)
    for place, s in enumerate(all_.seals, start=1):
        if s.number != place:
            yield f"Seal {place} is missing: after seal {place - 1} comes seal {s.number}."
            return
        said = (s.number, s.kind, s.entries, s.after_id, s.last_id, s.count, s.hash, s.fenced_at, s.sealed_at)
        if s.previous != previous or s.seal != seal_hash(*said, s.previous):
            yield f"Seal {s.number} of {when(s.sealed_at)} is not what it was: its own hash no longer fits."
        previous = s.seal


def ranges(all_: Everything) -> Iterator[str]:
    """The ranges of each kind follow one another without a gap."""
    for entries in FIELDS:
        end = 0
        for s in _sealed(all_, entries):
            if s.after_id != end:
                yield (
                    f"Between entries {end} and {s.after_id} of ledger.{entries} nothing is sealed (seal {s.number})."
                )
            end = s.last_id


def contents(all_: Everything) -> Iterator[str]:
    """The entries in each range are those that were sealed."""
    dropped = {(s.entries, s.last_id) for s in all_.seals if s.kind == "dropped"}
    for s in all_.seals:
        if s.kind != "sealed" or (s.entries, s.last_id) in dropped:
            continue
        tree = all_.ranges[s.entries, s.last_id].tree
        if (tree.count, tree.root()) == (s.count, s.hash):
            continue
        what = (
            f"{s.count - tree.count} entries are gone"
            if tree.count < s.count
            else f"{tree.count - s.count} entries were put in later"
            if tree.count > s.count
            else "entries were changed or stand in another order"
        )
        yield (
            f"ledger.{s.entries}, entries {s.after_id + 1} to {s.last_id}, sealed on {when(s.sealed_at)} "
            f"(seal {s.number}): {what}."
        )


def dropped(all_: Everything) -> Iterator[str]:
    """What was dropped had been sealed as such, was old enough, and is gone."""
    sealed = {(s.entries, s.last_id): s for s in all_.seals if s.kind == "sealed"}
    for s in all_.seals:
        if s.kind != "dropped":
            continue
        was = sealed.get((s.entries, s.last_id))
        name = f"ledger.{s.entries}, entries {s.after_id + 1} to {s.last_id} (seal {s.number})"
        if was is None or (was.after_id, was.count, was.hash) != (s.after_id, s.count, s.hash):
            yield f"{name}: said to be dropped, but never sealed so."
        elif s.sealed_at - was.sealed_at < all_.years * YEAR:
            yield f"{name}: dropped on {when(s.sealed_at)}, less than {all_.years} years after it was sealed."
        elif all_.ranges[s.entries, s.last_id].tree.count:
            yield f"{name}: said to be dropped, but there are entries in it."


def clock(all_: Everything) -> Iterator[str]:
    """Time only goes forward: of seals, of the entries in them, of roots."""
    for before, after in pairwise(all_.seals):
        if after.sealed_at < before.sealed_at - STEP:
            yield (
                f"Seal {after.number} says {when(after.sealed_at)}, earlier than the one before it "
                f"({when(before.sealed_at)}): the clock was set back."
            )
    for entries in FIELDS:
        begun = fenced = 0
        for s in _sealed(all_, entries):
            if s.fenced_at != fenced:  # parts of one long range have one fence
                begun, fenced = fenced, s.fenced_at
            yield from _times(all_, s, begun)
    for one, other in pairwise(all_.roots):
        if one.file == other.file and other.said["at"] < one.said["at"] - STEP:
            yield f"Root {other.said.get('number')} is older than the root before it: the clock was set back."


def _times(all_: Everything, s: Seal, begun: int) -> Iterator[str]:
    found = all_.ranges[s.entries, s.last_id]
    if found.earliest is not None and found.earliest < begun - STEP:
        yield (
            f"ledger.{s.entries}, seal {s.number}: an entry says {when(found.earliest)}, but entries before it were "
            f"sealed up to {when(begun)}: the clock was set back."
        )
    if found.latest is not None and found.latest > s.sealed_at + STEP:
        yield (
            f"ledger.{s.entries}, seal {s.number}: an entry says {when(found.latest)}, later than its seal "
            f"({when(s.sealed_at)}): the clock was set back."
        )


def passed_over(all_: Everything) -> Iterator[str]:
    """Nothing is left unsealed that is much older than the newest seal."""
    newest = max((s.sealed_at for s in all_.seals if s.kind == "sealed"), default=None)
    for entries, left in all_.unsealed.items():
        if newest is not None and left.earliest is not None and left.earliest < newest - PASSED_OVER:
            yield (
                f"ledger.{entries}: an entry of {when(left.earliest)} is not sealed, though there are seals of "
                f"{when(newest)}."
            )


def signatures(all_: Everything) -> Iterator[str]:
    """Each root is signed by the known key, and holds the one before it."""
    yield from all_.torn
    before: dict[str, tuple[int, str]] = {}
    for root in all_.roots:
        number, previous = before.get(root.file, (0, ZERO))
        if root.said.get("number") != number + 1 or root.said.get("previous") != previous:
            where = f"{root.file}, line {root.line}"
            yield f"{where}: it does not follow the root before it: roots are gone or were put in."
        before[root.file] = (root.line, hashlib.sha256(root.raw).hexdigest())
        if not _signed(all_, root):
            yield f"{root.file}, line {root.line}: the signature is not that of the known key."


def _signed(all_: Everything, root: Root) -> bool:
    try:
        said = json.loads(root.raw)
        signature = bytes.fromhex(said.pop("signature"))
        signed = json.dumps(said, sort_keys=True, separators=(",", ":")).encode("ascii")
        all_.keys[said["key"]].verify(signature, signed)
    except (InvalidSignature, KeyError, ValueError, TypeError, AttributeError):
        return False
    return True


def rooted(all_: Everything) -> Iterator[str]:
    """The seals in the database are those that roots have signed; none that was signed is missing."""
    held = {s.number: s.seal.hex() for s in all_.seals}
    newest = max(held, default=0)
    lost, agreed = [], 0
    for root in sorted(_in_force(all_).values(), key=lambda root: root.line):
        seal = root.said.get("seal", 0)
        if held.get(seal) != root.said.get("seal_hash"):
            lost.append(root)
        elif not lost:
            agreed = seal
    if not lost:
        return
    first = lost[0].said
    what = f"Root {first.get('number')} of {when(first['at'])} signed "
    if first.get("seal", 0) > newest:
        what += (
            f"seal {first.get('seal')}; the database ends with seal {newest}. It is an older backup, or what came "
            "after was cut off."
        )
    else:
        what += (
            f"another seal {first.get('seal')} than the database holds. The two histories part after seal {agreed}: "
            "an older backup was put in place and went on, or the seals were rewritten."
        )
    yield (
        f"{what} {len(lost)} signed root{'s do' if len(lost) > 1 else ' does'} not hold. A restore that was meant is "
        "stated with seal_ledger --restored."
    )


def unrooted(all_: Everything) -> Iterator[str]:
    """The newest root is not far behind the newest seal, in any copy of the roots."""
    if not all_.seals:
        return
    newest = all_.seals[-1].sealed_at
    last = max((root.said["at"] for root in all_.roots), default=None)
    if last is not None and newest - last > UNROOTED:
        yield f"The newest root is of {when(last)}, but seals go on to {when(newest)}: roots are missing at the end."


def forks(all_: Everything) -> Iterator[str]:
    """Copies of the roots agree as far as both go."""
    first: dict[int, Root] = {}
    for root in all_.roots:
        other = first.setdefault(root.line, root)
        if other.raw != root.raw:
            yield (
                f"Two histories: line {root.line} of {root.file} and of {other.file} differ. "
                "Somebody signed twice, or changed a copy."
            )


def _sealed(all_: Everything, entries: str) -> list[Seal]:
    return [s for s in all_.seals if s.entries == entries and s.kind == "sealed"]


def _in_force(all_: Everything) -> dict[int, Root]:
    """Roots that the database must still answer for, by their line: not those that a stated restore gave up, which
    names them. Copies of one line are one root; where they differ, `forks` says so."""
    kept = {root.line: root for root in reversed(all_.roots)}
    for root in all_.roots:
        if root.said.get("kind") == "restored" and _signed(all_, root):
            for first, last in root.said.get("given_up", []):
                for line in range(first, min(last + 1, root.line)):
                    kept.pop(line, None)
    return kept


CHECKS: dict[str, Callable[[Everything], Iterator[str]]] = {
    "chain": chain,
    "ranges": ranges,
    "contents": contents,
    "dropped": dropped,
    "clock": clock,
    "passed_over": passed_over,
    "signatures": signatures,
    "rooted": rooted,
    "unrooted": unrooted,
    "forks": forks,
}

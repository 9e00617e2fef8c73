"""The second half of a restore: the ledger is verified with the roots that were signed for it, what was erased is
erased again, records are opened, and that the database was put back is stated in the roots for good."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from launcher import archiving, database, preparing, sealed
from launcher.folder import write_private
from launcher.planned import Plan
from launcher.trouble import Trouble

REPLAY = "replay_erasures"


def prove(plan: Plan) -> None:
    """Erasures are replayed and the restore is stated always; --verify checks the ledger and opens records as well.

    Raises Trouble when anything is not as it must be; the folder then stays shut.
    """
    found = database.start(plan.folder, restoring=True)
    try:
        lines = _signed(plan)
        if plan.verify:
            with plan.step("Ledger verified") as told:
                told["found"] = _verified(plan, found, lines)
        preparing.everything(plan.folder, found, pages=False)
        # Not the operator’s place for roots, which belongs to the service that is lost or still runs.
        environ = preparing.environment(plan.folder, found) | {"WAYMARK_ROOTS": str(_here(plan).parent)}
        erasures = _erasures(plan)
        with plan.step("Erased again") as told:
            # The service itself has no right to erase what nobody approves: this is done as the role that migrates.
            told["found"] = preparing.answer(
                [REPLAY, *([str(erasures)] if erasures else [])],
                environ | {"WAYMARK_APP_URL": found.url("waymark_migrate")},
            )
        if plan.verify:
            with plan.step("Records opened") as told:
                told["found"] = preparing.answer(["open_samples", "--count", str(plan.samples)], environ)
        with plan.step("Roots of the ledger") as told:
            told["found"] = _stated(plan, lines, environ)
    finally:
        found.stop()


def _erasures(plan: Plan) -> Path | None:
    """The newest list of what was erased, opened, beside what was restored."""
    newest = plan.depot.newest_erasures()
    if newest is None:
        return None
    here = plan.folder / archiving.ERASURES
    with here.open("wb") as out:
        sealed.unseal(newest, plan.identity, out, newest.name.split(".")[-2])
    return here


def _here(plan: Plan) -> Path:
    return plan.folder / archiving.ROOTS


def _signed(plan: Plan) -> list[str]:
    """The roots that were signed, from wherever they were copied to: the longest of the copies, if the others are its
    beginning. Raises Trouble when two tell different histories."""
    copies = [plan.depot / archiving.ROOTS, _here(plan), *map(_file, plan.roots)]
    told = {copy: copy.read_text(encoding="ascii").splitlines() for copy in copies if copy.exists()}
    missing = [copy for copy in map(_file, plan.roots) if copy not in told]
    if missing:
        raise Trouble(f"There are no roots in {missing[0]}.", "Name the file roots.jsonl, or its folder.")
    longest = max(told, key=lambda copy: len(told[copy]), default=None)
    for copy, lines in told.items():
        if longest and lines != told[longest][: len(lines)]:
            raise Trouble(
                f"Two histories: {copy} and {longest} tell of different roots.",
                "Somebody signed twice, or changed a copy. See docs/operate/ledger.md.",
            )
    return told[longest] if longest else []


def _file(place: Path) -> Path:
    return place / Path(archiving.ROOTS).name if place.is_dir() else place


def _fitting(lines: list[str], seals: dict[int, str]) -> list[str]:
    """Those of the roots that the restored database must answer for: not what was signed after the moment it is of, and
    nothing from a restore on that it knows nothing of."""
    newest, until = max(seals, default=0), 0
    for place, line in enumerate(lines, start=1):
        root = json.loads(line)
        if root["kind"] == "restored" and seals.get(root["seal"]) != root["seal_hash"]:
            break
        if root["seal"] <= newest:
            until = place
    return lines[:until]


def _verified(plan: Plan, found: database.Database, lines: list[str]) -> str:
    """The verifier, which knows nothing of the service, with the roots that were signed for what is in here."""
    with found.server.connect(found.server.database, found.passwords["postgres"]) as connection:
        rows = connection.execute("SELECT number, encode(seal, 'hex') FROM ledger.seal").fetchall()
    fitting = _fitting(lines, dict(rows))  # type: ignore[arg-type]
    if not fitting:
        return "nothing could be proved, for no root had been signed yet"
    _put(plan, fitting)
    public = plan.folder / "keys" / "ledger.pub"
    words = ["--database", found.libpq("waymark_migrate"), "--roots", str(_here(plan)), "--key", str(public)]
    done = subprocess.run(
        [sys.executable, "-m", "verifier", *words],
        cwd=preparing.ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise Trouble(
            "The ledger in this backup is not as it was sealed, or cannot be verified.", done.stdout[-3000:]
        )
    return " ".join(done.stdout.split())


def _stated(plan: Plan, lines: list[str], environ: dict[str, Any]) -> str:
    """All roots that were signed are kept, or the next one would tell another history; and that the database was put
    back is stated in them for good, with what it gives up."""
    if lines:
        _put(plan, lines)
    why = f"Restored from the backup {plan.base.path.name}"
    if plan.at:
        why += f" to {plan.at.isoformat()}"
    return preparing.answer(["seal_ledger", "--restored", why], environ)


def _put(plan: Plan, lines: list[str]) -> None:
    _here(plan).parent.mkdir(exist_ok=True, mode=0o700)
    write_private(_here(plan), "".join(f"{line}\n" for line in lines))

"""`./run restore --from BACKUPS --key FILE --to FOLDER`: a service out of its backups, in an empty place, proved.

First the database is brought to the moment whose checksums the backup holds, and compared; then on to the end of the
log, or to `--at`. Then what was erased since is erased again, and only then may the folder be served.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import shutil
import subprocess
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from launcher import (
    archiving,
    backup,
    bucket,
    checksums,
    database,
    depot,
    postgres,
    privileges,
    proving,
    roles,
    sealed,
)
from launcher.bucket import Thing
from launcher.depot import Base, Depot
from launcher.folder import KEPT_APART, Folder, write_private
from launcher.planned import Plan
from launcher.screen import say
from launcher.trouble import Trouble

REPLAY_SECONDS = 4 * 3600.0
ZEROS = bytes(8192)


def understand(words: Sequence[str], here: Path) -> Plan:
    """The plan, from the words after `restore`. Raises Trouble when a place is wrong; nothing is written yet."""
    parser = argparse.ArgumentParser(prog="./run restore", allow_abbrev=False)
    parser.add_argument("--from", dest="source", required=True)
    parser.add_argument("--key", required=True, type=lambda word: here / word)
    parser.add_argument("--to", required=True, type=lambda word: here / word)
    parser.add_argument("--keys", type=lambda word: here / word)
    parser.add_argument("--roots", action="append", type=lambda word: here / word)
    parser.add_argument("--at", type=moment)
    parser.add_argument("--verify", action="store_true")
    parser.add_argument("--samples", type=int, default=200)
    given = parser.parse_args(list(words))
    place = Depot(_source(given.source, here))
    if not (place / depot.MARK).exists():
        raise Trouble(
            f"There are no backups of Waymark’s in {place.path}.",
            "Name the folder or bucket they were sent to.",
        )
    target = given.to.resolve()
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise Trouble(
            f"{target} is not empty. A restore writes to an empty place only, and over nothing.",
            "Name a new folder. When it is proved, serve it: ./run --data FOLDER",
        )
    return Plan(
        place, sealed.identity_of(given.key), Folder(target), given.at, _choose(place, given.at),
        given.keys, given.verify, given.samples, given.roots or [],
    )  # fmt: skip


def _source(word: str, here: Path) -> Path | Thing:
    """A folder, or a bucket whose endpoint and keys the settings say as they do for the backups."""
    terms = bucket.Terms.of_environment(word) if word.startswith(bucket.SCHEME) else None
    return terms.thing() if terms else (here / word).resolve()


def moment(word: str) -> datetime:
    """A time such as 2026-11-21T09:30+00:00. Without an offset it would be a guess, so one is asked for."""
    found = datetime.fromisoformat(word)
    if found.tzinfo is None:
        raise argparse.ArgumentTypeError("say the offset as well: 2026-11-21T09:30+00:00")
    return found


def _choose(place: Depot, at: datetime | None) -> Base:
    fitting = [base for base in place.bases() if at is None or base.at <= at]
    if not fitting:
        raise Trouble(f"There is no whole backup in {place.path}{f' from before {at}' if at else ''}.")
    return fitting[-1]


def run(words: Sequence[str]) -> int:
    """Restores, proves, reports. Anything that is not as it must be ends it, with the doors shut."""
    plan = understand(words, Path(os.environ.get("WAYMARK_CWD") or Path.cwd()))
    began = time.monotonic()
    say(f"Restoring the backup of {plan.base.at:%d %B %Y %H:%M} UTC into {plan.folder.path}")
    last = bring(plan)
    try:
        proving.prove(plan)
    except BaseException:
        plan.folder.release()
        raise
    open_doors(plan)
    _report(plan, last, time.monotonic() - began)
    return 0


def bring(plan: Plan) -> str:
    """Files, documents and database, in a folder that nothing serves yet. When its last commit was."""
    plan.folder.path.mkdir(parents=True, exist_ok=True)
    Depot(plan.folder.path, 200_000_000).see_room(int(plan.base.manifest["database_bytes"]) * 3 // 2)
    plan.folder.open()
    plan.folder.hold({"restoring": True})
    plan.folder.write_mark(_mark(plan) | {database.RESTORING: plan.base.path.name})
    try:
        _bring_files(plan)
        return _replay(plan, _bring_database(plan))
    except BaseException:
        plan.folder.release()
        raise


def open_doors(plan: Plan) -> None:
    """From now on the folder may be served."""
    plan.folder.write_mark(_mark(plan))
    plan.folder.release()


def _mark(plan: Plan) -> dict[str, Any]:
    return {"made_by": "waymark", "postgres": plan.base.manifest["postgres"]}


# Bringing


def _bring_files(plan: Plan) -> None:
    with plan.step("Files") as told:
        _unpack(plan, "files.age", plan.folder.path, {})
        for word in KEPT_APART if plan.keys else ():
            for path in plan.keys.glob(word) if plan.keys else ():
                copy = shutil.copytree if path.is_dir() else shutil.copy2
                copy(path, plan.folder / path.name)
        told["found"] = "settings and passwords" + (", and the keys that were given" if plan.keys else "")
    with plan.step("Documents") as told:
        count = 0
        for name, held in plan.depot.names(archiving.DOCUMENTS, "*.age").items():
            target = _within(plan.folder / archiving.DOCUMENTS, name.removesuffix(".age"))
            target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            with target.open("xb") as out:
                sealed.unseal(held, plan.identity, out)
            count += 1
        told["found"] = f"{count}"


def _within(home: Path, name: str) -> Path:
    """The file of that name. Raises Trouble for one that would lie elsewhere: the storage is not trusted."""
    found = (home / name).resolve()
    if not found.is_relative_to(home.resolve()):
        raise Trouble(f"There is no document of the name {name}.", "Somebody has put it beside the backups.")
    return found


def _unpack(plan: Plan, name: str, to: Path, drop: dict[str, Any]) -> None:
    held = plan.base.manifest["files"][name]
    with subprocess.Popen(
        ["tar", "-x", "-C", str(to), "-f", "-"],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd="/",
        **drop,
    ) as tar:
        assert tar.stdin and tar.stderr  # noqa: S101  (both were asked for)
        try:
            sealed.unseal(plan.base.path / name, plan.identity, tar.stdin, held["plain_sha256"])
        except BrokenPipeError:
            pass
        except BaseException:
            tar.kill()
            raise
        tar.stdin.close()
        said = tar.stderr.read().decode(errors="replace").strip()
    if tar.returncode:
        raise Trouble(f"{name} could not be unpacked.", said)


def _bring_database(plan: Plan) -> postgres.Cluster:
    cluster = database.embedded(plan.folder)
    theirs, ours = plan.base.manifest["postgres"], postgres.major(cluster.bin)
    if theirs != ours:
        raise Trouble(
            f"The backup was made by PostgreSQL {theirs}; this is {ours}.",
            f"Restore with the programs of {theirs}: WAYMARK_PG_BIN=/usr/lib/postgresql/{theirs}/bin ./run restore …",
        )
    with plan.step("Database") as told:
        cluster.home.mkdir(parents=True, exist_ok=True, mode=0o700)
        privileges.hand_over(cluster.home)
        _unpack(plan, "database.age", cluster.home, privileges.dropped())
        cluster.home.chmod(0o700)
        told["found"] = f"{plan.base.manifest['files']['database.age']['plain_bytes'] / 1e6:.0f} MB"
    with plan.step("Write-ahead log") as told:
        told["found"] = f"{_stage_log(plan)} files"
    return cluster


def _stage_log(plan: Plan) -> int:
    """Unseals the log from the backup’s beginning on, where PostgreSQL can read it."""
    home = plan.folder.archive_home()
    first = depot.segment_number(plan.base.first_segment)
    count = 0
    for name, path in sorted(plan.depot.wal().items()):
        if (
            not archiving.WAL_FILE.fullmatch(name)
            or name.endswith(".backup")
            or (not name.endswith(".history") and depot.segment_number(name) < first)
        ):
            continue
        with (home / name).open("xb") as out:
            sealed.unseal(path, plan.identity, sealed.Sparse(out), path.name.split(".")[-2])
            out.truncate()
        privileges.hand_over(home / name)
        count += 1
    return count


# Replaying


def _replay(plan: Plan, cluster: postgres.Cluster) -> str:
    """Brings the database to the proved moment, compares, then on to the end. When its last commit was."""
    home = plan.folder.archive_home()
    cluster.settings = {
        "archive_mode": "off",
        "restore_command": f'cp "{home}/%f" "%p"',
        "hot_standby": "on",
        "recovery_target_timeline": "latest",
    }
    if plan.base.manifest["compared"]:
        with plan.step("Tables compared") as told:
            told["found"] = _compare(plan, cluster)
    end = (
        {"recovery_target_time": plan.at.isoformat(), "recovery_target_action": "promote"} if plan.at else {}
    )
    with plan.step("Replayed") as told:
        _recovering(cluster, end, "NOT pg_is_in_recovery()")
        last = _ask(plan, cluster, "SELECT coalesce(pg_last_xact_replay_timestamp()::text, '')")
        told["found"] = f"the last commit is of {last or plan.base.at.isoformat()}"
        cluster.stop()
    for path in home.iterdir():
        path.unlink()
    cluster.settings = {}
    return last


def _compare(plan: Plan, cluster: postgres.Cluster) -> str:
    point = {"recovery_target_name": plan.base.manifest["point"], "recovery_target_action": "pause"}
    _recovering(cluster, point, "pg_get_wal_replay_pause_state() = 'paused'")
    with _server(cluster).connect(roles.DATABASE, cluster.password) as connection:
        found = checksums.totals(connection)
    cluster.stop()
    tables, held = io.BytesIO(), plan.base.manifest["files"][backup.TABLES]
    sealed.unseal(plan.base.path / backup.TABLES, plan.identity, tables, held["plain_sha256"])
    differ = checksums.differences(json.loads(tables.getvalue()), found)
    if differ:
        raise Trouble("The restored tables are not what was backed up.", "\n".join(differ))
    rows = sum(int(count) for count, _ in found.values())
    return f"{len(found)} tables, {rows} rows: each as it was"


# What PostgreSQL says when the log ends before the moment asked for, or before the backup is whole.
TOO_SHORT = (
    "before configured recovery target",
    "WAL ends before consistent recovery point",
    "WAL ends before end of online backup",
)


def _recovering(cluster: postgres.Cluster, more: dict[str, str], until: str) -> None:
    (cluster.home / "recovery.signal").touch()
    privileges.hand_over(cluster.home / "recovery.signal")
    plain = cluster.settings
    cluster.settings = plain | more
    try:
        cluster.start(REPLAY_SECONDS)  # it answers once the log was read to where the backup is whole
        with _server(cluster).connect("postgres", cluster.password) as connection:
            end = time.monotonic() + REPLAY_SECONDS
            while not connection.execute(f"SELECT {until}").fetchone()[0]:  # type: ignore[arg-type,index]
                if time.monotonic() > end:
                    raise Trouble("The write-ahead log was not replayed in time.", f"Its log: {cluster.log}")
                time.sleep(0.05)
    except Exception as problem:
        cluster.stop()
        said = cluster.log.read_text(encoding="utf-8", errors="replace").splitlines()[-8:]
        if any(words in line for words in TOO_SHORT for line in said):
            raise Trouble(
                "The log does not reach to that time.", "Leave --at out, or name an earlier one."
            ) from problem
        raise
    finally:
        cluster.settings = plain


def _server(cluster: postgres.Cluster) -> roles.Server:
    return roles.Server(str(cluster.sockets))


def _ask(plan: Plan, cluster: postgres.Cluster, query: str) -> str:
    with _server(cluster).connect("postgres", cluster.password) as connection:
        return str(connection.execute(query).fetchone()[0])  # type: ignore[arg-type,index]


def _report(plan: Plan, last: str, seconds: float) -> None:
    told = {
        "backup": plan.base.path.name, "to": str(plan.folder.path), "at": datetime.now(UTC).isoformat(),
        "asked_for": plan.at.isoformat() if plan.at else None, "last_commit": last, "verified": plan.verify,
        "seconds": round(seconds, 1), "steps": plan.steps,
    }  # fmt: skip
    text = json.dumps(told, indent=1)
    write_private(plan.folder / "restored.json", text)
    if plan.verify:
        try:
            plan.depot.put_text("drills", f"{depot.stamp(datetime.now(UTC))}.json", text)
        except (OSError, bucket.Denied):
            say("The report could not be left beside the backups, which cannot be written from here")
    say(f"Restored in {seconds:.0f} seconds. The report is {plan.folder / 'restored.json'}")
    say(f"To serve it: ./run --data {plan.folder.path}")

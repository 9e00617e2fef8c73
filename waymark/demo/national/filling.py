"""Cases are made by processes side by side and copied as they come, always in the same order."""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor

from waymark.demo.national import cases
from waymark.demo.national.cases import CHUNK
from waymark.demo.national.ground import Ground
from waymark.demo.national.plan import Plan
from waymark.demo.national.rows import sheet
from waymark.demo.national.staff import Office
from waymark.foundation.tasks.models import Task
from waymark.foundation.vault.models import RecordKey
from waymark.pathway.assessment.models import PoliceAssessment
from waymark.pathway.concerns.models import AddedInformation, ConcernRaiser, Progress, Submission
from waymark.pathway.people.models import Address, Affiliation, Match, Person, PersonLink, PersonName
from waymark.pathway.referrals.models import (
    Approval,
    Concern,
    Decision,
    Duty,
    InformationRequest,
    Need,
    Redirect,
    Referral,
    TakenTogether,
    Told,
)

MODELS = (
    Person, PersonName, Address, Affiliation, Match, PersonLink, Submission, ConcernRaiser, AddedInformation, Progress,
    Referral, Concern, Need, Told, Duty, InformationRequest, Redirect, Decision, Approval, TakenTogether,
    PoliceAssessment, Task, RecordKey,
)  # fmt: skip
ALSO = ("retention_life", "retention_review", "retention_hold")
# Pieces that wait to be copied: enough to keep everybody busy, few enough for the memory.
AHEAD = 4


def load(ground: Ground) -> None:
    columns = {sheet(model).table: sheet(model).columns for model in MODELS}
    pieces = list(_pieces(ground))
    with ground.bar.step(f"{ground.plan.people:,} people, {ground.plan.referrals:,} referrals"):
        ground.bare(*columns, *ALSO)
        for done, blobs in enumerate(_made(ground.plan, pieces), start=1):
            for table, lines in blobs.items():
                ground.copy(table, columns[table], lines)
            ground.bar.at(done, len(pieces))


def _pieces(ground: Ground) -> Iterator[tuple[Office, int, int, int]]:
    """Office, number of the piece, referrals in it, people without one."""
    for office in ground.offices:
        referrals, others = office.referrals, max(0, office.people - office.referrals)
        for part in range(-(-max(referrals, others) // CHUNK)):
            first = part * CHUNK
            yield office, part, min(CHUNK, max(0, referrals - first)), min(CHUNK, max(0, others - first))


def _made(plan: Plan, pieces: list[tuple[Office, int, int, int]]) -> Iterator[dict[str, bytes]]:
    waiting: deque[Future[dict[str, bytes]]] = deque()
    workers = max(1, os.cpu_count() or 1)
    context = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(workers, mp_context=context) as pool:
        for piece in pieces:
            waiting.append(pool.submit(cases.make, plan, *piece))
            if len(waiting) >= workers + AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()

"""Before the kills: drafts that are ready, referrals in triage. After them: is everything that was answered there,
once, and whole? Runs with the settings of the folder."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from django.db import connection

from bench import working
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting
from waymark.foundation.accounts.models import User
from waymark.foundation.places.models import Authority
from waymark.pathway.concerns.actions import sending
from waymark.pathway.concerns.models import Draft, Enquiry, Submission
from waymark.pathway.people.actions import matching
from waymark.pathway.people.models import Match
from waymark.pathway.referrals.actions import leading
from waymark.pathway.referrals.models import Need, Referral

# Of each record that was made since: its deed, its entry by the trigger, its key and its life, each exactly once; of
# what was sent, the one referral that came of it, with all of that.
ONE_DEED = "(SELECT count(*) FROM ledger.deed AS d WHERE d.deed = '{deed}' AND d.about_id = x.id::text) <> 1"
ONE_ENTRY = (
    "(SELECT count(*) FROM ledger.change AS c WHERE c.relation = '{table}' AND c.row_id = x.id::text "
    "AND c.op = 'INSERT') <> 1"
)
ONE_KEY = "(SELECT count(*) FROM vault_recordkey AS k WHERE k.about_id = x.id) <> 1"
ONE_LIFE = "(SELECT count(*) FROM retention_life AS l WHERE l.record_id = x.id) <> 1"
ONE_REFERRAL = "(SELECT count(*) FROM referrals_referral AS r WHERE r.submission_id = x.id) <> 1"
TABLES = (
    ("concerns_enquiry", "concerns.ask-advice", (ONE_KEY, ONE_LIFE)),
    ("referrals_need", "referrals.note-need", ()),
    ("concerns_submission", "concerns.send", (ONE_KEY, ONE_REFERRAL)),
    ("referrals_referral", "referrals.receive", (ONE_KEY, ONE_LIFE)),
)
HALF = "SELECT x.id::text FROM {table} AS x WHERE x.recorded_at >= %s AND ({whole})"
ORPHANS = (
    "SELECT d.about_id FROM ledger.deed AS d WHERE d.deed = '{deed}' AND d.at >= %s "
    "AND NOT EXISTS (SELECT FROM {table} AS x WHERE x.id::text = d.about_id)"
)


def prepare(officers: list[str], senders: list[str], drafts: int) -> None:
    """A referral in triage for each officer, so many drafts for each sender: a line of each, and whose it is."""
    for email in officers:
        author = User.objects.get(email=senders[0])
        made = working.draft(author)
        with acting(Actor.of_user(author.pk)) as by:
            draft = Draft.objects.get(pk=made)
            reference = sending.send(by=by, draft=draft).reference
        with acting(Actor.of_user(User.objects.get(email=email).pk)) as by:
            referral = Referral.objects.get(reference=reference)
            leading.take(by=by, referral=referral, version=referral.version)
            # Nothing is noted of a person while a possible earlier record waits for an answer.
            for match in Match.objects.filter(person=referral.person, answer=""):
                matching.answer_match(
                    by=by, match=match, version=match.version, answer=Match.Answer.DIFFERENT
                )
        print(f"REFERRAL {email} {reference}")
    for email in senders:
        author = User.objects.get(email=email)
        for _each in range(drafts):
            print(f"DRAFT {email} {working.draft(author)}")


def check(answered: str, since: str) -> None:
    """Prints a line that begins with WRONG for each fault; the count when there is none."""
    said = [line.split("\t") for line in Path(answered).read_text(encoding="utf-8").splitlines()]
    authorities = list(Authority.objects.filter(uses_waymark=True).values_list("pk", flat=True))
    grants = Actor.job("bench", *authorities)
    readers = Actor(
        kind="job", id="bench", authority_ids=grants.authority_ids, purpose="bench",
        grants=(*grants.grants, *(f"authority:{pk}:ledger" for pk in authorities)),
    )  # fmt: skip
    with acting(readers):
        there = _there()
        for kind, mark in said:
            if not there[kind, mark]:
                print(f"WRONG lost: a {kind} was acknowledged and is not there: {mark}")
        for (kind, mark), times in there.items():
            if times > 1:
                print(f"WRONG twice: {kind} {mark}")
        for line in _half_done(since):
            print(f"WRONG {line}")
    print(f"{len(said)} acknowledged, {sum(there.values())} there")


def _there() -> Counter[tuple[str, str]]:
    """How often each form is there, by kind and mark."""
    return Counter(
        [
            *(("question", enquiry.question) for enquiry in Enquiry.objects.all()),
            *(("need", need.words) for need in Need.objects.all() if need.words.startswith("Form ")),
            *(("referral", str(pk)) for pk in Submission.objects.values_list("from_draft", flat=True)),
        ]
    )


def _half_done(since: str) -> list[str]:
    found = []
    with connection.cursor() as cursor:
        for table, deed, more in TABLES:
            whole = " OR ".join((ONE_DEED, ONE_ENTRY, *more)).format(deed=deed, table=table)
            for title, sql in (
                ("half done", HALF.format(table=table, whole=whole)),
                ("a deed without its record", ORPHANS.format(deed=deed, table=table)),
            ):
                cursor.execute(sql, [since])
                found += [f"{title}: {table} {which}" for (which,) in cursor.fetchall()]
    return found

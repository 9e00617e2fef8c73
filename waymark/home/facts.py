"""Plain facts about looks at records, for somebody to ask about. None weighs more than another; nothing is added up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from waymark.foundation.access.models import Membership
from waymark.foundation.accounts.models import User
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.text import fold
from waymark.foundation.ledger.models import Deed, Read
from waymark.home.models import HomeArea
from waymark.pathway.people.models import Address, Affiliation, PersonName
from waymark.pathway.referrals.models import Referral

CASELOAD, SURNAME, OWN_NAME, POSTCODE = "caseload", "surname", "own-name", "postcode"
ORGANISATION, HOURS, MANY = "organisation", "hours", "many"
# Outside these hours, or at a weekend, a look is listed. In the United Kingdom’s time.
DAY_BEGINS, DAY_ENDS = 7, 20
# So many different records on one day, or more, are listed.
MANY_RECORDS = 30
# Whose work is the whole queue of their authority, and so has no caseload of their own.
CASEWORKER = "prevent_officer"
REFERRAL, PERSON = "referrals.referral", "people.person"
TAKEN = ("referrals.take", "referrals.pass-on")


@dataclass
class Look:
    """All looks of one account at one record in the week."""

    reader: UUID
    kind: str
    key: str
    at: list[datetime] = field(default_factory=list)
    reference: str = ""

    @property
    def odd_at(self) -> datetime | None:
        return next((moment for moment in self.at if is_odd(moment)), None)


def is_odd(moment: datetime) -> bool:
    local = moment.astimezone(clock.UK)
    return local.weekday() >= 5 or not DAY_BEGINS <= local.hour < DAY_ENDS


def looks(authority_id: int, start: datetime, end: datetime) -> list[Look]:
    """The week’s looks by accounts, in the order of time. Needs the grant of the authority’s ledger."""
    found: dict[tuple[str, str, str], Look] = {}
    rows = Read.objects.filter(
        authority_id=authority_id, at__gte=start, at__lt=end, actor__startswith="user:"
    ).exclude(about_kind__startswith="home.")
    for row in rows.order_by("at", "id").iterator():
        reader = row.actor.removeprefix("user:")
        look = found.setdefault(
            (reader, row.about_kind, row.about_id), Look(UUID(reader), row.about_kind, row.about_id)
        )
        look.at.append(row.at)
    return list(found.values())


def busy_days(seen: Iterable[Look]) -> dict[tuple[UUID, date], list[Look]]:
    """Of each account the days on which it opened many different records."""
    days: dict[tuple[UUID, date], list[Look]] = defaultdict(list)
    for look in seen:
        for day in {clock.uk_date(moment) for moment in look.at}:
            days[look.reader, day].append(look)
    return {key: opened for key, opened in days.items() if len(opened) >= MANY_RECORDS}


class Known:
    """What has to be known of readers and of the people looked at, gathered in a few queries."""

    def __init__(self, authority_id: int, seen: list[Look]) -> None:
        self.person_of: dict[tuple[str, str], UUID] = {}
        keys = [look.key for look in seen if look.kind == REFERRAL]
        for referral in Referral.objects.filter(pk__in=keys).only("pk", "person_id", "reference"):
            self.person_of[REFERRAL, str(referral.pk)] = referral.person_id
        self.person_of |= {(PERSON, look.key): UUID(look.key) for look in seen if look.kind == PERSON}
        people = set(self.person_of.values())
        self.referrals = list(Referral.objects.filter(person_id__in=people))
        self._references(seen)
        self._people(people)
        self._readers(authority_id, {look.reader for look in seen})
        self._work()

    def _references(self, seen: list[Look]) -> None:
        named = {(REFERRAL, str(r.pk)): r.reference for r in self.referrals}
        rows = Referral.objects.filter(pk__in=[r.pk for r in self.referrals]).values_list(
            "person_id", "person__reference"
        )
        named |= {(PERSON, str(key)): reference for key, reference in rows}
        for look in seen:
            look.reference = named.get((look.kind, look.key), "")

    def _people(self, people: set[UUID]) -> None:
        self.surnames: dict[UUID, set[str]] = defaultdict(set)
        self.names: dict[UUID, set[str]] = defaultdict(set)
        self.districts: dict[UUID, set[str]] = defaultdict(set)
        self.schools: dict[UUID, set[int | None]] = defaultdict(set)
        for name in PersonName.objects.filter(person_id__in=people).exclude(kind=PersonName.Kind.HANDLE):
            self.surnames[name.person_id].add(fold(name.surname) or name.folded.split()[-1])
            self.names[name.person_id].add(name.folded_parts)
        for address in Address.objects.filter(person_id__in=people).exclude(postcode=""):
            self.districts[address.person_id].add(district(address.postcode))
        pupils = Affiliation.objects.filter(person_id__in=people, role=Affiliation.Role.PUPIL)
        for affiliation in pupils.exclude(institution=None):
            self.schools[affiliation.person_id].add(affiliation.institution_id)

    def _readers(self, authority_id: int, readers: set[UUID]) -> None:
        self.users = User.objects.in_bulk(readers)
        self.roles: dict[UUID, set[str]] = defaultdict(set)
        self.works_at: dict[UUID, set[int | None]] = defaultdict(set)
        held = Membership.objects.filter(user_id__in=readers).select_related("organisation")
        for membership in held:
            if membership.authority_id == authority_id:
                self.roles[membership.user_id].add(membership.role)
            if membership.organisation.institution_id:
                self.works_at[membership.user_id].add(membership.organisation.institution_id)
        self.lives_in = dict(HomeArea.objects.filter(user_id__in=readers).values_list("user_id", "district"))

    def _work(self) -> None:
        """Who did something on which referral, and when each was first taken."""
        keys = [str(referral.pk) for referral in self.referrals]
        self.worked: set[tuple[str, str]] = set()
        self.taken_at: dict[str, datetime] = {}
        for deed in Deed.objects.filter(about_kind=REFERRAL, about_id__in=keys).order_by("at"):
            self.worked.add((deed.actor, deed.about_id))
            if deed.deed in TAKEN:
                self.taken_at.setdefault(deed.about_id, deed.at)

    def facts(self, look: Look) -> list[str]:
        """For which facts a look is listed; none for most."""
        person = self.person_of.get((look.kind, look.key))
        found = [HOURS] if look.odd_at else []
        if person is None:
            return found
        name = fold(self.users[look.reader].full_name).split() if look.reader in self.users else []
        checks = {
            CASELOAD: self._is_outside(look, person),
            SURNAME: bool(name) and name[-1] in self.surnames[person],
            OWN_NAME: " ".join(sorted(name)) in self.names[person],
            POSTCODE: self.lives_in.get(look.reader, "") in self.districts[person],
            ORGANISATION: bool(self.works_at[look.reader] & self.schools[person]),
        }
        return [fact for fact, holds in checks.items() if holds] + found

    def _is_outside(self, look: Look, person: UUID) -> bool:
        """A caseworker looked at what somebody else had taken, leads none of it, and has done no work on it."""
        if CASEWORKER not in self.roles[look.reader] or "prevent_lead" in self.roles[look.reader]:
            return False
        mine = [r for r in self.referrals if r.person_id == person]
        if look.kind == REFERRAL:
            mine = [r for r in mine if str(r.pk) == look.key]
        actor = f"user:{look.reader}"
        if any(r.lead_id == look.reader or (actor, str(r.pk)) in self.worked for r in mine):
            return False
        taken = [self.taken_at.get(str(r.pk)) for r in mine]
        return bool(mine) and all(moment is not None and moment < look.at[-1] for moment in taken)


def district(postcode: str) -> str:
    """The first half of a postcode."""
    bare = "".join(postcode.upper().split())
    return bare[:-3] if len(bare) >= 5 else bare

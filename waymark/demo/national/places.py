"""Authorities, institutions, organisations and accounts."""

from __future__ import annotations

import uuid
from itertools import count

from django.contrib.auth.hashers import make_password

from waymark.demo.national import staff
from waymark.demo.national.ground import Ground
from waymark.demo.national.plan import SOURCE, WHOLE_DIRECTORY
from waymark.demo.national.rows import Pile, sheet
from waymark.demo.national.staff import ORGANISATIONS, Office
from waymark.foundation.access.models import Membership
from waymark.foundation.accounts.models import User
from waymark.foundation.kernel.text import fold
from waymark.foundation.places.importing import reference
from waymark.foundation.places.models import Institution

SCHOOLS_EACH = 4
INSTITUTION = """
INSERT INTO places_institution (kind, urn, name, name_folded, status, authority_id, source, name_cy, type_name, phase,
    street, locality, town, county, postcode, laestab, trust_name, trust_code, local_name)
VALUES (%s, %s, %s, %s, 'open', %s, %s, '', 'Academy', '', '', '', '', '', '', '', '', '', '')
"""
ORGANISATION = """
INSERT INTO places_organisation (authority_id, kind, name, institution_id, name_folded, contact_email, contact_phone)
VALUES (%s, %s, %s, %s, '', '', '') RETURNING id
"""


def import_directory(institutions: int) -> None:
    """The reference data that ships with Waymark; for a small set without its schools. Done before the copying, by the
    importer itself."""
    names_only = (reference.regions, reference.forces, reference.authorities)
    for load in reference.ALL if institutions >= WHOLE_DIRECTORY else names_only:
        load()


def load(ground: Ground) -> None:
    """The offices of the plan, with everything but their cases."""
    ground.offices[:] = _offices(ground)
    with ground.bar.step(
        f"{len(ground.offices)} authorities, their institutions, organisations and accounts"
    ):
        _institutions(ground)
        for office in ground.offices:
            _organisations(ground, office)
        _accounts(ground)


def _offices(ground: Ground) -> list[Office]:
    """England, Wales and Scotland, where the duty holds, in the order of their codes."""
    rows = ground.ask(
        "SELECT id, code, name FROM places_authority WHERE kind <> 'county' AND nation <> 'northern-ireland' "
        "ORDER BY code LIMIT %s",
        ground.plan.authorities,
    )
    ground.ask(
        "UPDATE places_authority SET uses_waymark = true WHERE id = ANY (%s)", [row[0] for row in rows]
    )
    offices = [Office(*row) for row in rows]
    plan = ground.plan
    for office, people, cases in zip(
        offices,
        plan.shares(plan.people, len(offices)),
        plan.shares(plan.referrals, len(offices)),
        strict=True,
    ):
        office.people, office.referrals = people, cases
    return offices


def _institutions(ground: Ground) -> None:
    """Invented schools in each authority: four at least, and as many as the plan wants beside the real ones."""
    (known,) = ground.ask("SELECT count(*) FROM places_institution")[0]
    each = max(SCHOOLS_EACH, -(-(ground.plan.institutions - known) // len(ground.offices)))
    numbers = count(900_001)
    lines = []
    for nth in range(1, each + 1):
        for office in ground.offices:
            name = f"Invented Academy {nth} of {office.name}"
            lines.append((office.id, str(next(numbers)), name, fold(name)))
    with ground.connection.cursor() as cursor:
        cursor.executemany(
            INSTITUTION,
            [(Institution.Kind.SCHOOL, urn, name, folded, pk, SOURCE) for pk, urn, name, folded in lines],
        )
    by_id = {office.id: office for office in ground.offices}
    for pk, name, authority in ground.ask(
        "SELECT id, name, authority_id FROM places_institution WHERE source = %s ORDER BY id", SOURCE
    ):
        by_id[authority].schools.append((pk, name))


def _organisations(ground: Ground, office: Office) -> None:
    for key, (kind, name) in ORGANISATIONS.items():
        school = office.schools[0][0] if key == "school" else None
        [(office.organisations[key],)] = ground.ask(
            ORGANISATION, office.id, kind, name.format(office.name), school,
        )  # fmt: skip


def _accounts(ground: Ground) -> None:
    """No password of anybody’s: signins gives the first of them one."""
    plan = ground.plan
    dice = plan.random("accounts")
    pile = Pile(dice)
    none = make_password(None)
    for office in ground.offices:
        office.workers = list(staff.workers(plan, office))
        for worker in office.workers:
            pile.add(
                User, id=worker.id, email=worker.email, full_name=worker.name, password=none, is_active=True,
                sessions_key=str(uuid.uuid4()), last_seen_on=plan.until.date(), joined_at=plan.since, language="en",
            )  # fmt: skip
            pile.add(
                Membership, user_id=worker.id, organisation_id=office.organisations[worker.place],
                authority_id=office.id, role=worker.role, starts_on=staff.since(plan),
            )  # fmt: skip
    blobs = pile.blobs()
    for model in (User, Membership):
        known = sheet(model)
        ground.bare(known.table)
        ground.copy(known.table, known.columns, blobs[known.table])

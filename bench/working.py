"""The people of `bench pages`: accounts of the data set with a password for the day, and drafts ready to be sent."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence

from django.contrib.auth.hashers import make_password
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bench.visiting import Visitor
from waymark.demo.words import BLANK, born, concerns, home, named
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting
from waymark.foundation.access.models import Membership
from waymark.foundation.accounts.models import User
from waymark.foundation.kernel import clock
from waymark.pathway.concerns.actions import drafting
from waymark.pathway.concerns.form import versions
from waymark.pathway.concerns.models import Draft, DraftApart

BACKEND = "waymark.foundation.accounts.backends.ByPassword"


def people(port: int, roles: Mapping[str, int], drafts: int) -> list[tuple[str, Visitor, list[str]]]:
    """So many of each role, each in another authority, signed in by the page for it; of partners also the pages
    where drafts of theirs are sent."""
    users = [(role, user) for role, number in roles.items() for user in _spread(role, number)]
    visitors = signed_in(port, [user for _role, user in users])
    return [
        (role, visitor, [_ready(user) for _each in range(drafts if role == "partner" else 0)])
        for (role, user), visitor in zip(users, visitors, strict=True)
    ]


def signed_in(port: int, users: Sequence[User]) -> list[Visitor]:
    """Each with a password for the day. Somebody who stands there twice is signed in twice."""
    password = secrets.token_urlsafe(18)
    User.objects.filter(pk__in=[user.pk for user in users]).update(password=make_password(password))
    found = [Visitor(port, user.email) for user in users]
    for visitor in found:
        visitor.sign_in(password)
    return found


def _ready(user: User) -> str:
    return f"/referrals/drafts/{draft(user)}/check/"


def _spread(role: str, number: int) -> list[User]:
    """Evenly over the authorities; of partners those who send without asking a safeguarding lead."""
    held = (
        Membership.objects.valid()
        .filter(role=role)
        .select_related("user")
        .order_by("authority_id", "user_id")
    )
    if role == "partner":
        held = held.filter(organisation__kind="nhs")
    all_ = list(held)
    return [all_[len(all_) * nth // number].user for nth in range(number)]


def draft(user: User) -> str:
    """A draft with every page answered, written as its author."""
    on = {"on": clock.today().isoformat(), "precision": "day"}
    answers = BLANK | {
        "name": named("Invented", f"Benchley{secrets.token_hex(3)}"), "born": born("2009-05-01"),
        "addresses": home("1 Invented Row", "ZZ1 1ZZ"), "arose": {"on": on},
        "concern": concerns(("Said in class: I will find a way to join them.", on, "fact")),
        "referring": {
            "name": user.full_name, "job": "Nurse", "organisation": "Invented health trust",
            "relationship": "They are my patient", "phone": "01632 960 123",
        },
    }  # fmt: skip
    with acting(Actor.of_user(user.pk)) as by:
        begun = drafting.start_draft(by=by)
        pages = versions.of(begun.form_version).asked(answers)
        apart = DraftApart.objects.get(draft=begun)
        for page in pages:
            (apart if page.apart else begun).answers[page.code] = answers[page.code]
        begun.save()
        apart.save()
        missing = drafting.filled(Draft.objects.get(pk=begun.pk), apart).missing()
        if missing:
            raise RuntimeError(f"the draft lacks {missing}")
    return str(begun.pk)


def statements(email: str, path: str) -> list[str]:
    """The statements of one page, with their values, as the page asks them. What it writes is taken back."""
    client = Client(headers={"host": "localhost"})
    client.force_login(User.objects.get(email=email), backend=BACKEND)
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(path)
    if answer.status_code != 200:
        raise RuntimeError(f"{path} answered with {answer.status_code}")
    return [str(each["sql"]) for each in asked.captured_queries]

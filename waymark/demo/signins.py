"""The accounts of the demonstration, and the file that says how to sign in."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path

from django.contrib.auth.hashers import make_password

from waymark.foundation.access.models import Membership
from waymark.foundation.access.roles import ROLES
from waymark.foundation.accounts.models import User
from waymark.foundation.kernel import clock

from .people import PLAYERS, Player
from .places import Places

NAME = "demo-signins.txt"
SERVED_SINCE = timedelta(days=800)


def make(places: Places) -> dict[str, User]:
    """An account with its membership for each player; no password yet."""
    return {player.key: _account(player, places) for player in PLAYERS}


def _account(player: Player, places: Places) -> User:
    user = User.objects.create_user(player.email, full_name=player.name)
    Membership.objects.create(
        user=user,
        organisation=places.organisations[player.place],
        authority=places.authority_of(player.place),
        role=player.role,
        starts_on=clock.today() - SERVED_SINCE,
    )
    return user


def made() -> bool:
    """Whether the players have been given their password: the last thing that is done."""
    return User.objects.get(email=PLAYERS[0].email).has_usable_password()


def write(folder: Path) -> Path:
    """The sign-ins of the players."""
    return give_password(
        folder,
        User.objects.filter(email__in=[player.email for player in PLAYERS]),
        "The demonstration authority, Westmarch. Every person here is invented.",
        [f"{player.name:<20} {ROLES[player.role].name!s:<30} {player.email}" for player in PLAYERS],
    )


def give_password(folder: Path, users: Iterable[User], title: str, lines: list[str]) -> Path:
    """One new password for all of them, kept in a file that only its owner can read."""
    password = f"{secrets.token_hex(3)}-{secrets.token_hex(3)}-{secrets.token_hex(3)}"
    # It is one password, so it is hashed once: each hash is made to be slow.
    hashed = make_password(password)
    for user in users:
        user.password = hashed
        user.save(update_fields=["password"])
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / NAME
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write("\n".join([title, "", *lines, "", f"Password of all of them: {password}", ""]))
    path.chmod(0o600)
    return path

"""The account of one person who signs in."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _


class Language(models.TextChoices):
    """The languages a person can read the service in."""

    ENGLISH = "en", _("English")
    WELSH = "cy", _("Welsh")


def plain_email(email: str) -> str:
    """Return the address as it is stored and looked up: no outer space, lower case."""
    return email.strip().lower()


class UserManager(BaseUserManager["User"]):
    """Finds and makes accounts; addresses are compared without case."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> User:
        """Make an account. Without a password, none can be used until one is set."""
        address = plain_email(email)
        if not address:
            raise ValueError("An account needs an e-mail address.")
        user = self.model(email=address, **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, username: str | None) -> User:
        """Return the account of an address, whatever its case."""
        return self.get(email=plain_email(username or ""))


class User(AbstractBaseUser):
    """A person who signs in.

    What a person may do is no part of the account: it comes from memberships, which stand above this
    floor. There are therefore no staff or superuser flags and no Django permissions.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email = models.EmailField(_("email address"), max_length=254, unique=True)
    full_name = models.CharField(_("full name"), max_length=200)
    known_as = models.CharField(_("known as"), max_length=100, blank=True, default="")
    language = models.CharField(
        _("language"), max_length=2, choices=Language.choices, default=Language.ENGLISH
    )
    is_active = models.BooleanField(_("can sign in"), default=True)
    disabled_at = models.DateTimeField(_("disabled at"), null=True, blank=True)
    disabled_reason = models.CharField(_("why it is disabled"), max_length=500, blank=True, default="")
    # A new value ends every session of the account at once: sessions carry a keyed hash of it.
    sessions_key = models.UUIDField(default=uuid.uuid4, editable=False)
    last_seen_on = models.DateField(_("last seen on"), null=True, blank=True)
    joined_at = models.DateTimeField(_("joined at"), auto_now_add=True)

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["full_name"]

    class Meta:
        verbose_name = _("account")
        verbose_name_plural = _("accounts")
        constraints = [
            models.CheckConstraint(condition=models.Q(email=Lower("email")), name="accounts_email_lower"),
            models.CheckConstraint(
                condition=models.Q(is_active=True, disabled_at__isnull=True)
                | models.Q(is_active=False, disabled_at__isnull=False),
                name="accounts_disabled_has_time",
            ),
        ]

    def __str__(self) -> str:
        return self.get_full_name()

    def clean(self) -> None:
        """Bring the address to its stored form."""
        self.email = plain_email(self.email)

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        # Django hashes the password alone; with this, sessions can be ended without changing the password.
        return salted_hmac(
            "waymark.accounts.session",
            f"{self.password}{self.sessions_key}",
            secret=secret,
            algorithm="sha256",
        ).hexdigest()

    def get_full_name(self) -> str:
        """Return the whole name."""
        return self.full_name

    def get_short_name(self) -> str:
        """Return the name colleagues use."""
        return self.known_as or self.full_name

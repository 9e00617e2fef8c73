"""Letters of accounts: one recipient, no personal data, the recipient’s language.

By default Django sends a letter once the transaction is committed. The outbox, which stands above this floor, takes
letters over with `deliver_with` in the transaction itself, so that they are kept and tried again.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial
from smtplib import SMTPException
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import translation

from waymark.foundation.accounts.models import Language, User
from waymark.foundation.accounts.models.users import plain_email
from waymark.foundation.interface import nations, shell

log = logging.getLogger(__name__)

Deliver = Callable[[str, str, str], None]


def send_now(to: str, subject: str, body: str) -> None:
    """Send one letter. That the server is down must not show whether an address is known: it is logged."""
    try:
        EmailMessage(subject, body, settings.DEFAULT_FROM_EMAIL, [to]).send()
    except (OSError, SMTPException) as problem:
        log.error("a letter of accounts could not be sent: %s", type(problem).__name__)


def send_after_commit(to: str, subject: str, body: str) -> None:
    """Send one letter when the transaction is committed, so that a deed undone sends nothing."""
    transaction.on_commit(partial(send_now, to, subject, body))


_deliver: list[Deliver] = [send_after_commit]


def deliver_with(deliver: Deliver) -> None:
    """Let `deliver(to, subject, body)` take the letters from now on, in the transaction of the deed.

    Call it in AppConfig.ready.
    """
    _deliver[:] = [deliver]


def letter(template: str, to: str, context: dict[str, Any], language: str | None = None) -> None:
    """Write `<template>_subject.txt` and `<template>_message.txt` to one address, once it is committed.

    The language is the recipient’s own where there is an account, else `language`, else the present one.
    """
    wanted = _language_of(to) or language or shell.language()
    spoken = translation.get_language()
    # As the nation of whoever acts says it, where the request speaks so already; else as that of the deployment.
    if wanted != shell.language() or spoken == wanted:
        spoken = nations.said_in(wanted, settings.WAYMARK_NATION)
    with translation.override(spoken):
        subject = " ".join(render_to_string(f"{template}_subject.txt", context).split())
        body = render_to_string(f"{template}_message.txt", context).strip() + "\n"
    _deliver[0](to, subject, body)


def absolute(path: str) -> str:
    """Return the whole address of a path. From the settings: no forged Host header gets into a letter."""
    return settings.WAYMARK_BASE_URL.rstrip("/") + path


def _language_of(email: str) -> str | None:
    found = User.objects.filter(email=plain_email(email)).values_list("language", flat=True).first()
    return found if found in Language.values else None

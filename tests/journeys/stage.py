"""The stage of a long story: one window, many people who take turns at it, and what each of them does by hand."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import psycopg
from django.core import mail
from django.core.mail import EmailMessage
from django.db import connection
from playwright.sync_api import Locator

from tests.browser import Window
from waymark.foundation.kernel import clock
from waymark.foundation.outbox.actions import sending

from .conftest import Reader, elsewhere

BEGINS = """UPDATE {table} SET starts_at = begun, ends_at = begun + interval '2 hours'
FROM greatest(now() - interval '10 minutes', date_trunc('day', now(), 'Europe/London')) AS begun WHERE reference = %(reference)s"""
LINK = re.compile(r"https?://[^/\s]+(/\S+)")


def in_days(days: int) -> date:
    return clock.today() + timedelta(days=days)


# Under which word of a grouped menu a page stands.
GROUPS = {
    "Referrals in triage": "Referrals", "Asked of us": "Referrals", "Channel cases": "Channel", "Panels": "Channel",
    "Police assessment": "Channel", "Support to give": "Channel", "Cases handed over to us": "Channel",
}  # fmt: skip


class Stage(Reader):
    """`stage.enter("police")` and from there by links and buttons. Each has a window of their own, where they left it."""

    def __init__(self, opens: Callable[[], Window], sessions: dict[str, str]) -> None:
        self.opens, self.sessions = opens, sessions
        # Who has played a part: a story says how many there have to be.
        self.played: dict[str, Window] = {}
        super().__init__(self._sit_down(""))

    def _sit_down(self, who: str) -> Window:
        if who not in self.played:
            self.played[who] = self.opens()
            if who:
                self.played[who].become(self.sessions[who])
        self.window = self.played[who]
        self.page = self.window.page
        return self.window

    def leave(self) -> None:
        """From here on it is somebody without an account, on the first page."""
        self._sit_down("").page.context.clear_cookies()
        self.go("/")

    def enter(self, who: str, *links: str) -> None:
        """Signs in on My day, or comes back; then link by link: in the navigation, or in the page."""
        came_back = who in self.played
        self._sit_down(who)
        if not came_back or not links:
            self.go("/my-day/")
        for words in links:
            if (
                not self._named(words).count() and words in GROUPS
            ):  # whoever has many pages has them by groups
                self.follow(self._named(GROUPS[words]))
            self.follow(self._named(words))

    def comes_back(self, who: str) -> None:
        """To the page that stands open in their window."""
        assert who in self.played, f"{who} has not been here"
        self._sit_down(who)

    def _named(self, words: str) -> Locator:
        return self.page.locator("nav, main").get_by_role("link", name=words, exact=True)

    def follow(self, found: Locator) -> None:
        assert found.count(), f"{found} is not at {self.page.url}:\n{self.text()}"
        super().follow(found)

    def back(self) -> None:
        """By the link above the heading."""
        self.follow(self.page.locator("a.govuk-back-link"))

    def fill(self, **answers: Any) -> None:
        """As a reader does; besides days, several ticks at once, and a choice from a long list."""
        for name, value in answers.items():
            boxes = self.page.locator(f"main [name='{name}']")
            if isinstance(value, date):
                super().fill(
                    **{f"{name}__day": f"{value.day}", f"{name}__month": f"{value.month}", f"{name}__year": f"{value.year}"}
                )  # fmt: skip
            elif isinstance(value, list):
                for each in value:
                    self.choose(name, each)
            elif boxes.count() and boxes.first.evaluate("box => box.tagName") == "SELECT":
                self.pick(name, value)
            else:
                super().fill(**{name: value})

    def pick(self, name: str, words: str) -> None:
        """In a long list: typed and taken where script runs, else chosen from the list."""
        listed = self.page.locator(f"main select[name='{name}']")
        if listed.is_visible():
            listed.select_option(listed.locator("option", has_text=words).first.get_attribute("value"))
            return
        self.page.locator(f"#id_{name}").fill(words)
        self.page.locator("main [role='option']", has_text=words).first.click()

    def download(self, words: str) -> bytes:
        """The file behind the first link whose words begin so."""
        with self.page.expect_download() as got:
            self.page.locator("main a").filter(has_text=words).first.click()
        return Path(got.value.path()).read_bytes()

    def tick(self, words: str) -> None:
        """The answer that is worded so."""
        self.page.locator("main").get_by_label(words, exact=True).check()

    def tick_all(self, name: str) -> None:
        for box in self.page.locator(f"main [name='{name}']").all():
            box.check()

    def begins_with(self, words: str) -> None:
        """The first link or button of the page whose words begin so."""
        self.follow(self.page.locator("main a, main button").filter(has_text=words))

    def holds(self, *sentences: str) -> None:
        said = self.text()
        for sentence in sentences:
            assert sentence in said, f"“{sentence}” does not stand at {self.page.url}:\n{said}"

    def lacks(self, *sentences: str) -> None:
        said = self.text()
        for sentence in sentences:
            assert sentence not in said, f"“{sentence}” stands at {self.page.url}"

    def refused(self, sentence: str, **kept: str) -> None:
        """What was sent comes back: with the sentence, and with everything that was typed."""
        self.holds("There is a problem", sentence)
        for name, words in kept.items():
            stands = self._box(name).input_value()
            assert stands == words, f"{name} says “{stands}”, not “{words}”"

    def _box(self, name: str) -> Locator:
        boxes = self.page.locator(f"main [name='{name}']")
        chosen = boxes.and_(self.page.locator(":checked"))
        return chosen.first if boxes.first.get_attribute("type") == "radio" else boxes.first

    def found(self, first: str) -> str:
        """The reference on the page that begins with this letter."""
        links = self.page.locator("main a", has_text=re.compile(rf"^\s*{first}-")).all_inner_texts()
        assert links, f"no {first}- at {self.page.url}:\n{self.text()}"
        return links[0].strip()


def waited(moved: str, **what: Any) -> None:
    """The one thing that nobody can do by hand is to wait: one row of the database is moved into the past instead."""

    def moves() -> None:
        given = connection.get_connection_params()
        place = {name: given[name] for name in ("host", "port", "dbname") if name in given}
        master = {"user": "postgres", "options": "-c session_replication_role=replica"}
        with psycopg.connect(**place, **master, autocommit=True) as all_:
            assert all_.execute(moved, what).rowcount == 1

    elsewhere(moves)


def the_day_comes(reference: str, table: str = "meetings_meeting") -> None:
    """What was planned for that day began some minutes ago."""
    waited(BEGINS.format(table=table), reference=reference)


def as_the_worker(query: str) -> list[tuple[Any, ...]]:
    """What the worker finds to do; the rest of the thread is the application again."""
    with connection.cursor() as cursor:
        cursor.execute("SET ROLE NONE")
        cursor.execute(query)
        found = cursor.fetchall()
        cursor.execute("SET ROLE waymark_app")
    return found


def letters(address: str) -> list[EmailMessage]:
    """What has come to this address, the oldest first: everything that waits is sent now, as the worker does it."""

    def sent() -> None:
        for message, authority in as_the_worker(
            "SELECT id, authority_id FROM outbox_message ORDER BY queued_at, id"
        ):
            sending.send(message, authority)

    elsewhere(sent)
    return [letter for letter in mail.outbox if address in letter.recipients()]


def link_in(letter: EmailMessage) -> str:
    """The path of the one address in a letter."""
    (path,) = LINK.findall(str(letter.body))
    return path

"""Where the machine begins: an authority with a life in each stage, another that takes cases over; and for each move of
the tables of states the way in which people make it."""

from __future__ import annotations

import copy
from collections.abc import Callable
from datetime import datetime, time
from typing import Any

from tests.cast import Cast
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.clock import UK

from .lives import Life
from .town import FIRST_DAY, Hours, Town
from .whole import settled

ADULT, CHILD, ADULT_SOON = "1990-05-03", "2012-03-04", "2003-06-01"
Way = Callable[[Life, Town], Any]

# By move. One that is not here follows from another: “keep-paused” from “keep-on” where support was paused before its end
# was proposed, “channel-end” of a referral from the end of its case.
CASE_WAYS: dict[str, Way] = {
    "adopt": lambda life, _to: life.adopted(),
    "not-adopt": lambda life, _to: life.not_adopted(),
    "defer": lambda life, _to: life.deferred(),
    "enter-anew": lambda life, _to: life.entered_anew(
        "not_adopt" if life.stands() != "not_adopted" else "adopt"
    ),
    "consent": lambda life, _to: life.consented(),
    "refuse": lambda life, _to: life.refused(),
    "withdraw": lambda life, _to: life.withdrawn(),
    "lapse": lambda life, _to: life.lapsed(),
    "pause": lambda life, _to: life.paused(),
    "go-on": lambda life, _to: life.went_on(),
    "propose-exit": lambda life, _to: life.ending(),
    "keep-on": lambda life, _to: life.sent_back(),
    "exit": lambda life, _to: life.ended(),
    "review-6": lambda life, _to: life.looks_back("nothing"),
    "review-12": lambda life, _to: life.looks_back("nothing"),
    "look-longer": lambda life, _to: life.looks_back("extend"),
    "close": lambda life, _to: life.looks_back("nothing"),
    "reopen": lambda life, _to: life.looks_back("reopen"),
    "transfer": lambda life, to: life.handed_over(to),
    "hold": lambda life, _to: life.held(),
    "again": lambda life, _to: life.referred_again(),
    "end": lambda life, _to: life.brought_back(),
    "anew": lambda life, _to: life.referred_again(),
}
REFERRAL_WAYS: dict[str, Way] = {
    "take": lambda life, _to: life.taken(),
    "to-police": lambda life, _to: life.to_police(),
    "hand-back": lambda life, _to: life.brought_back(),
    "section-36": lambda life, _to: life.refers(),
    "police-led": lambda life, _to: life.held(),
    "police-again": lambda life, _to: life.taken_up_again(),
    "police-close": lambda life, _to: life.police_closes(),
    "propose": lambda life, _to: life.proposes(),
    "not-approved": lambda life, _to: life.approves(yes=False),
    "redirect": lambda life, _to: life.closes("redirect"),
    "advise": lambda life, _to: life.closes("advise"),
    "close": lambda life, _to: life.closes("close"),
    "unfounded": lambda life, _to: life.closes("unfounded"),
    "reopen": lambda life, _to: life.opened_again(),
}
# Beside the tables.
WORK: dict[str, Way] = {
    "asks": lambda life, _to: life.asks(),
    "answers": lambda life, _to: life.answers(),
    "declines": lambda life, _to: life.answers(declines=True),
    "goes without": lambda life, _to: life.goes_without(),
    "helped": lambda life, _to: life.helped(),
    "starts": lambda life, _to: life.helper_does("start"),
    "finishes": lambda life, _to: life.helper_does("finish"),
    "gives back": lambda life, _to: life.helper_does("decline"),
    "leads": lambda life, _to: life.leads("lead"),
    "leads in turn": lambda life, _to: life.leads("second_officer"),
    "keeps on": lambda life, _to: life.panel_decides("keep_on"),
    "returns": lambda life, to: life.given_back(to),
    "takes back": lambda life, to: life.taken_back(to),
    **{
        f"proposes {one}": lambda life, _to, one=one: life.proposes(one)
        for one in ("close", "advise", "redirect", "unfounded")
    },
    "approves": lambda life, _to: life.approves(yes=True),
    "approves their own": lambda life, _to: life.approves(yes=True, who="officer"),
    "does not approve": lambda life, _to: life.police_closes(yes=False),
}


# What takes two steps from where a life stands: a second way after the first.
TWICE = (
    *(("Triageling", f"proposes {outcome}", "approves") for outcome in ("close", "advise", "redirect", "unfounded")),
    ("Triageling", "referral: propose", "referral: not-approved"),
    *(("Closeling", f"referral: {name}", "referral: reopen") for name in ("close", "advise", "redirect")),
    ("Assessley", "referral: police-close", "referral: reopen"),
    *((name, "Channel case: propose-exit", "Channel case: keep-on")
      for name in ("Activeton", "Pauseworth", "Refusely", "Withdrawn", "Lapseley")),
    *(("Activeton", "Channel case: propose-exit", f"Channel case: {name}")
      for name in ("exit", "withdraw", "hold", "transfer")),
    ("Policeled", "Channel case: end", "Channel case: anew"),
    ("Removeham there", "Channel case: not-adopt", "Channel case: enter-anew"),
)  # fmt: skip
# Each life: when the person was born, and what people did with the referral. The first takes two days, the next two eighteen months.
STAGES: dict[str, tuple[str, str]] = {
    "Lapseley": (ADULT, "opened adopted helped consented_for_two_days begun lapsed"),
    "Longlook": (ADULT, "opened adopted consented ending ended looked_back_after_six looked_longer"),
    "Sixmonths": (ADULT, "opened adopted consented ending ended looked_back_after_six"),
    "Afterexit": (CHILD, "opened adopted consented ending ended"),
    "Newcomer": (CHILD, "received"),
    "Triageling": (CHILD, "received taken matched"),
    "Closeling": (ADULT, "received taken matched"),
    "Assessley": (CHILD, "sent worked_on_by_police"),
    "Firstpanel": (ADULT_SOON, "opened"),
    "Waitford": (ADULT, "opened deferred"),
    "Consentham": (ADULT_SOON, "opened adopted helped"),
    "Activeton": (CHILD, "opened adopted helped consented begun"),
    "Birthdayby": (ADULT_SOON, "opened adopted helped consented begun"),
    "Pauseworth": (ADULT, "opened adopted helped consented begun paused"),
    "Refusely": (ADULT, "opened adopted refused"),
    "Withdrawn": (CHILD, "opened adopted helped consented begun withdrawn"),
    "Policeled": (ADULT, "opened adopted held"),
    "Notadopted": (ADULT, "opened not_adopted"),
    "Removeham": (CHILD, "opened adopted consented"),
}
GOES_THERE = "Removeham"


class World:
    """Built once; `lives()` hands out what a run may change."""

    def __init__(self, cast: Cast) -> None:
        self.hours = Hours(datetime.combine(FIRST_DAY, time(12), UK))
        with clock.travelled(self.hours.now):
            self.here, self.there = Town(cast.here, self.hours), Town(cast.there, self.hours)
        self.base = [self.built(surname, *how) for surname, how in STAGES.items()]
        with clock.travelled(self.hours.tick()):
            self.base.append(self.base[-1].handed_over(self.there))
            settled()

    def built(self, surname: str, born: str, steps: str) -> Life:
        life, given = Life(self.here), {"surname": surname, "born": born}
        life.name = surname
        for step in steps.split():
            with clock.travelled(self.hours.tick()):
                getattr(life, step)(**given)
                settled()
            given = {}
        return life

    def lives(self) -> tuple[Hours, dict[str, Town], list[Life]]:
        """The same towns and lives with a clock of their own."""
        hours = copy.copy(self.hours)
        towns = {town.side.code: Town(town.side, hours, table=town.table) for town in (self.here, self.there)}
        lives = [copy.copy(life) for life in self.base]
        for life in lives:
            life.town = towns[life.side.code]
        return hours, towns, lives

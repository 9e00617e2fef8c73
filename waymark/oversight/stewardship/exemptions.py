"""By what law something may be withheld from whoever asks for their own data: from which day, with its source.

A dated list: one that ends gets `until_on` and stays, so that what was decided under it stays explicable. `silent` are
those of which the answer says nothing, because to name them could do what they are there to prevent. `hint` says what
has to be so before one is used.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

ACT = date(2018, 5, 25)


@dataclass(frozen=True)
class Exemption:
    """`plain` is what the person reads; `source` the law."""

    code: str
    title: Any
    plain: Any
    source: str
    hint: Any = ""
    silent: bool = False
    from_on: date = ACT
    until_on: date | None = None


DPA = "Data Protection Act 2018"
EXEMPTIONS: dict[str, Exemption] = {
    one.code: one
    for one in (
        Exemption(
            "third-party", _("About other people (third party)"),
            _("It tells of somebody else, who has not agreed that we give it, and it would not be fair to them."),
            f"{DPA}, schedule 2, part 3, paragraph 16",
            _("Weigh it for each item: did they agree, and if not, is it reasonable to give it all the same? "
              "People who work in health, social work or education are not kept out for that alone (paragraph 17)."),
        ),
        Exemption(
            "serious-harm-social", _("Serious harm: social work"),
            _("To give it would be likely to seriously harm somebody’s health."),
            f"{DPA}, schedule 3, part 3, paragraph 11",
        ),
        Exemption(
            "serious-harm-health", _("Serious harm: health"),
            _("To give it would be likely to seriously harm somebody’s health."),
            f"{DPA}, schedule 3, part 2, paragraph 5",
            _("Ask the health professional who is responsible for the person first (paragraph 6)."),
        ),
        Exemption(
            "serious-harm-education", _("Serious harm: education"),
            _("To give it would be likely to seriously harm somebody’s health."),
            f"{DPA}, schedule 3, part 4, paragraph 19",
        ),
        Exemption(
            "wishes", _("Told in the belief that whoever asks would not learn of it"),
            _("It was said in the belief that it would not be passed on to whoever asks."),
            f"{DPA}, schedule 3, part 2 paragraph 4 and part 3 paragraph 10",
            _("Only where a parent, or somebody appointed by a court, asks for another."),
        ),
        Exemption(
            "child-abuse", _("Child abuse data, asked for by another"),
            _("It would not be in the child’s best interests to give it to somebody else."),
            f"{DPA}, schedule 3, part 5, paragraph 21",
            _("Only where a parent, or somebody appointed by a court, asks for another. Not in Scotland."),
        ),
        Exemption(
            "court", _("Given to a court"),
            _("It was given to a court, whose rules say who may see it."),
            f"{DPA}, schedule 3, part 2 paragraph 3 and part 3 paragraph 9",
        ),
        Exemption(
            "legal-privilege", _("Legal privilege"),
            _("It is advice from a lawyer, or was written for a court case."),
            f"{DPA}, schedule 2, part 4, paragraph 19",
        ),
        Exemption(
            "crime", _("Crime and taxation"),
            _("To give it would be likely to get in the way of preventing or detecting crime."),
            f"{DPA}, schedule 2, part 1, paragraph 2", _("Ask the police first."), silent=True,
        ),
        Exemption(
            "protect-public", _("Work that protects the public"),
            _("To give it would be likely to get in the way of work that protects the public."),
            f"{DPA}, schedule 2, part 2, paragraph 7", silent=True,
        ),
        Exemption(
            "national-security", _("National security"),
            _("It is needed to protect national security."),
            f"{DPA}, section 26", _("Ask the police, and a lawyer, first."), silent=True,
        ),
    )
}  # fmt: skip


def on(day: date) -> list[Exemption]:
    """Those in force on a day."""
    return [e for e in EXEMPTIONS.values() if e.from_on <= day and (e.until_on is None or day <= e.until_on)]

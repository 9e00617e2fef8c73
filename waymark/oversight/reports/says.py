"""The figures of each part in sentences. What is not known is said; “about” and “over” are the writer’s own words."""

from __future__ import annotations

from collections.abc import Callable

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from waymark.foundation.interface.charts import written
from waymark.foundation.interface.moments import day

from . import training_parts as parts
from .figures import Figures, Shown


def of(part: str, figures: Figures) -> list[str]:
    """The sentences of a part."""
    return [sentence for sentence in SAID[part](figures) if sentence] if part in SAID else []


def _number(shown: Shown | None) -> int | None:
    return shown.number if shown and shown.may else None


def _held(figures: Figures) -> list[str]:
    sessions, came = figures.whole(parts.SESSIONS), figures.whole(parts.ATTENDANCES)
    if sessions is None or came is None or not sessions.may:
        return []
    number = sessions.number or 0
    words = ngettext(
        "From %(first)s to %(last)s the council held %(number)s training session, alone or with others.",
        "From %(first)s to %(last)s the council held %(number)s training sessions, alone or with others.",
        number,
    ) % {"first": day(sessions.from_on), "last": day(sessions.until_on), "number": written(number)}
    people = came.number or 0
    times = ngettext(
        "With e-learning there was %(number)s attendance; whoever came twice counts twice.",
        "With e-learning there were %(number)s attendances; whoever came twice counts twice.",
        people,
    ) % {"number": written(people)}
    return [f"{words} {times}", _supported(figures)]


def _supported(figures: Figures) -> str:
    sessions = _number(figures.whole(parts.SUPPORTED))
    if not sessions:
        return ""
    words = {
        "number": written(sessions),
        "came": written(_number(figures.whole(parts.SUPPORTED_CAME)) or 0),
    }
    return (
        _(
            "Sessions of others that the council supported: %(number)s, with %(came)s attendances. "
            "These are not among its own."
        )
        % words
    )


def _people(figures: Figures) -> list[str]:
    found = []
    institutions = figures.whole(parts.INSTITUTIONS)
    if institutions is not None and institutions.may:
        number = institutions.number or 0
        found.append(
            ngettext(
                "They came from %(number)s institution: a school, college, nursery or children’s centre.",
                "They came from %(number)s institutions: schools, colleges, nurseries and children’s centres.",
                number,
            )
            % {"number": written(number)}
        )
    return [*found, _by_name(figures.whole(parts.PEOPLE)), _by_number(figures)]


def _by_name(people: Shown | None) -> str:
    if people is None:
        return ""
    if not people.may:
        return _("How many different people came shows to those who may see figures of people.")
    if people.number is None:
        return _("Fewer than 10 different people are known by name. The number is not shown.")
    return _("%(number)s different people are known by name.") % {"number": written(people.number)}


def _by_number(figures: Figures) -> str:
    known, came = figures.split(parts.ATTENDANCES, "known"), figures.whole(parts.ATTENDANCES)
    alone = [row.number for row in known.rows if row.group == "number"] if known else []
    if not alone or not alone[0] or came is None:
        return ""
    words = {"number": written(alone[0]), "all": written(came.number or 0)}
    return (
        _(
            "%(number)s of %(all)s attendances are known as a number only: how many different people these were is not "
            "known."
        )
        % words
    )


def _scope(figures: Figures) -> list[str]:
    staff, trained = figures.whole(parts.IN_SCOPE), figures.whole(parts.IN_SCOPE_TRAINED)
    if staff is None or trained is None or not staff.may:
        return []
    if not staff.number:
        return [_("How many staff there are to train is not known: no place has told how many it has.")]
    if not trained.may:
        return [_("How many staff in scope were trained shows to those who may see figures of people.")]
    words = {"last": day(staff.until_on), "all": written(staff.number)}
    if trained.number is None:
        return [
            _("As at %(last)s, fewer than 10 of %(all)s staff in scope are known by name to be trained.")
            % words
        ]
    words |= {"number": written(trained.number), "share": share(trained.number, staff.number)}
    return [
        _("As at %(last)s, %(number)s of %(all)s staff in scope had been trained in the period: %(share)s.")
        % words,
        _("Whoever came without a name is not among them, so more may have been trained."),
    ]


def _needs(figures: Figures) -> list[str]:
    staff, met = figures.whole(parts.NEEDED), figures.whole(parts.IN_DATE)
    if staff is None or met is None or not staff.may or not staff.number:
        return []
    if not met.may:
        return [_("How many staff are in date shows to those who may see figures of people.")]
    words = {"last": day(staff.until_on), "all": written(staff.number)}
    if met.number is None:
        return [
            _("As at %(last)s, fewer than 10 of %(all)s staff who need training are in date with it.") % words
        ]
    words |= {"number": written(met.number), "share": share(met.number, staff.number)}
    sentence = _(
        "As at %(last)s, %(number)s of %(all)s staff who need training are in date with all of it: %(share)s."
    )
    return [sentence % words]


def _councillors(figures: Figures) -> list[str]:
    held, inducted = figures.whole(parts.COUNCILLORS), figures.whole(parts.INDUCTED)
    if held is None or inducted is None or not held.may or not held.number:
        return []
    if not inducted.may:
        return [_("How many councillors had their induction shows to those who may see figures of people.")]
    words = {"last": day(held.until_on), "all": written(held.number)}
    if inducted.number is None:
        sentence = _(
            "As at %(last)s there are %(all)s councillors. How many have had their induction is not shown: it is few."
        )
        return [sentence % words]
    words |= {"number": written(inducted.number), "share": share(inducted.number, held.number)}
    return [
        _("As at %(last)s, %(number)s of %(all)s councillors have had their induction: %(share)s.") % words
    ]


def _reach(figures: Figures) -> list[str]:
    there, reached = _number(figures.whole(parts.TO_REACH)), _number(figures.whole(parts.REACHED))
    never = _number(figures.whole(parts.NEVER))
    if not there or reached is None:
        return []
    words = {"reached": written(reached), "all": written(there), "share": share(reached, there)}
    found = [_("Training reached %(reached)s of %(all)s institutions in the area: %(share)s.") % words]
    if never is not None:
        sentence = ngettext(
            "%(number)s has never been reached.", "%(number)s have never been reached.", never
        )
        found.append(sentence % {"number": written(never)})
    return found


def _feedback(figures: Figures) -> list[str]:
    asked, answers = _number(figures.whole(parts.ASKED)), _number(figures.whole(parts.ANSWERED))
    if not asked or answers is None:
        return []
    words = {"asked": written(asked), "answers": written(answers), "share": share(answers, asked)}
    return [
        _("%(answers)s of %(asked)s people who were asked what they thought answered: %(share)s.") % words
    ]


def share(part: int | None, whole: int | None) -> str:
    """A whole percentage; 100% and 0% only where they are exact. A dash where a number is held back or missing."""
    if part is None or not whole:
        return "–"
    exact = part * 100 / whole
    whole_per_cent = min(99, max(1, round(exact))) if 0 < part < whole else round(exact)
    return f"{whole_per_cent}%"


SAID: dict[str, Callable[[Figures], list[str]]] = {
    "held": _held,
    "people": _people,
    "scope": _scope,
    "needs": _needs,
    "councillors": _councillors,
    "reach": _reach,
    "feedback": _feedback,
}

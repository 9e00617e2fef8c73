"""What the pages about a person show: plain rows."""

from __future__ import annotations

from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from waymark.foundation.access import glass
from waymark.foundation.access.actors import Actor
from waymark.foundation.interface.fields import Part
from waymark.foundation.interface.tables import link
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.kept_sql import Belonging

from .models import Address, Affiliation, Match, OwnerQuestion, Person, PersonLink, PersonName
from .models.person import Precision
from .queries import equality_answered_at, main_name
from .seen_before import in_words
from .whereabouts import links_of, sealed_behind

TITLES = {
    "correct_name": gettext_lazy("Correct the name"),
    "add_name": gettext_lazy("Add another name"),
    "change_birth": gettext_lazy("Change the birth date"),
    "add_address": gettext_lazy("Add an address"),
    "equality": gettext_lazy("Equality questions"),
}
# The person’s record holds the code that the form’s answer has.
GENDERS = {
    "female": gettext_lazy("Female"),
    "male": gettext_lazy("Male"),
    "other": gettext_lazy("Described in another way"),
    "not_known": gettext_lazy("Not known"),
}
SEARCHED = gettext_lazy("When you save, we look again for earlier records of the person.")
INTROS = {
    "correct_name": SEARCHED,
    "add_name": SEARCHED,
    "change_birth": SEARCHED,
    "add_address": gettext_lazy("An earlier address stays on record with its dates."),
    "equality": gettext_lazy(
        "These answers are kept apart from the referral and are only ever counted, to see whether every community is "
        "treated alike. Nobody who decides can read them, not even you after you save."
    ),
}
LINKING = {
    "title": gettext_lazy("Link another record of this person"),
    "intro": gettext_lazy(
        "Use this if you know that another record is of the same person and the search did not show it. "
        "Both records stay as they are. You can undo the link later."
    ),
    "button": gettext_lazy("Link the records"),
}
UNLINKING = {
    "title": gettext_lazy("Undo the link?"),
    "intro": gettext_lazy(
        "The two records then count as two people again. Both stay as they are, and it stays on record that they were "
        "linked. Whether they are of the same person is asked again."
    ),
    "button": gettext_lazy("Undo the link"),
}
SEALED = gettext_lazy("An earlier record may exist that you cannot open. Ask the record owner.")


_NEWEST = ("-from_on", "-recorded_at")
_NAMES = Belonging(PersonName, "person", order=("-is_main", "kind", "recorded_at"))
_ADDRESSES = Belonging(Address, "person", order=_NEWEST)
_AFFILIATIONS = Belonging(Affiliation, "person", "institution", order=_NEWEST)


def page(person: Person) -> dict[str, Any]:
    """Context of the person’s page. Three queries."""
    return {
        "person": person,
        "names": _NAMES(person),
        "birth": birth(person),
        "gender": gender(person),
        "addresses": _ADDRESSES(person),
        "affiliations": _AFFILIATIONS(person),
        "links": links_of(person),
    }


def birth(person: Person) -> str:
    """The birth date as exactly as it is known, or the age with the day it was noted."""
    if person.born_on is not None:
        shown = {Precision.DAY: "j F Y", Precision.MONTH: "F Y", Precision.YEAR: "Y"}[
            Precision(person.born_precision)
        ]
        return date_format(person.born_on, shown)
    if person.approximate_age is not None:
        noted = date_format(person.age_noted_on, "j F Y") if person.age_noted_on else ""
        return _("About %(age)s years old (noted on %(date)s)") % {
            "age": person.approximate_age,
            "date": noted,
        }
    return _("Not known")


def gender(person: Person) -> str:
    """As the referral form asks it; another word stays as somebody wrote it."""
    return str(GENDERS.get(person.gender, person.gender))


def birth_initial(person: Person) -> dict[str, Any]:
    born = Part(person.born_on, person.born_precision) if person.born_on else None
    return {"born_on": born, "approximate_age": person.approximate_age}


def equality_answered(person: Person) -> str:
    """That the equality questions were answered, and when. Nothing of the answers. One query."""
    moment = equality_answered_at(person)
    if moment is None:
        return _("These questions have not been answered yet.")
    return _("Last answered on %(date)s. If you save, your answers take the place of those.") % {
        "date": date_format(clock.uk_date(moment), "j F Y")
    }


def matches(person: Person) -> list[dict[str, Any]]:
    """Each possible earlier record: `href`, `title`, `reasons` in words, `answer` (empty until somebody answers)."""
    rows = list(Match.objects.filter(person=person).order_by("found_at", "pk"))
    open_to_us = set(
        Person.objects.filter(pk__in=[m.candidate_id for m in rows]).values_list("pk", flat=True)
    )
    return [
        {
            "href": reverse("people:answer-match", args=[person.reference, match.pk]),
            "title": _("A possible earlier record") if match.candidate_id in open_to_us else SEALED,
            "reasons": in_words(match.reasons),
            "answer": match.get_answer_display() if match.answer else "",
        }
        for match in rows
    ]


def of_person(person: Person) -> Q:
    """The links of a person, from either side."""
    return Q(person=person) | Q(other=person)


def linked(person: Person) -> list[dict[str, Any]]:
    """Each record that was linked to this one: `reference` and `href` (empty when it may not be opened), when it was
    `linked` and `undone`, and `undo`, the way to undo it while it is in force. Two queries."""
    links = list(PersonLink.objects.filter(of_person(person)).order_by("linked_at", "pk"))
    others = [link.other_id if link.person_id == person.pk else link.person_id for link in links]
    open_to_us = dict(Person.objects.filter(pk__in=others).values_list("pk", "reference"))
    return [
        {
            "reference": open_to_us.get(other, ""),
            "href": reverse("people:person", args=[open_to_us[other]]) if other in open_to_us else "",
            "linked": found.linked_at,
            "undone": found.undone_at,
            "undo": "" if found.undone_at else reverse("people:unlink", args=[person.reference, found.pk]),
        }
        for found, other in zip(links, others, strict=True)
    ]


def side_by_side(match: Match, actor: Actor) -> dict[str, Any]:
    """The person and the candidate in the same rows; a candidate that may not be opened has none."""
    other = Person.objects.filter(pk=match.candidate_id).first()
    if other is not None:
        glass.under(other, actor)
    asked = OwnerQuestion.objects.filter(match=match).first() if other is None else None
    return {
        "asked": asked,
        "match": match,
        "reasons": in_words(match.reasons),
        "sealed": SEALED if other is None else "",
        "ways": sealed_behind(match) if other is None else [],
        "columns": [facts(match.person), facts(other)] if other else [],
    }


def owner_question(question: OwnerQuestion) -> dict[str, Any]:
    """What the record owner sees: who asks, why, on what likeness, and the way to both records."""
    candidate = Person.objects.filter(pk=question.match.candidate_id).first()
    rows = [
        (_("Asked by"), question.asked_by.get_full_name()),
        (_("Why they need to know"), question.why),
        (_("Why it could be the same person"), in_words(question.match.reasons)),
        (_("The new record"), _person_link(question.person)),
        (_("The earlier record"), _person_link(candidate) if candidate else _("It is gone.")),
    ]
    return {
        "question": question,
        "person": question.person,
        "rows": [{"key": {"text": key}, "value": _shown(value)} for key, value in rows],
    }


def _shown(value: Any) -> dict[str, Any]:
    """A link is drawn as it is; everything else is text."""
    return {"html": value} if hasattr(value, "__html__") else {"text": value}


def _person_link(person: Person) -> Any:
    return link(reverse("people:person", args=[person.reference]), person.reference)


def facts(person: Person) -> dict[str, Any]:
    return {
        "reference": person.reference,
        "main": main_name(person),
        "names": [name.full_name for name in person.names.exclude(is_main=True)],
        "birth": birth(person),
        "addresses": [f"{a.lines} {a.postcode}".strip() for a in person.addresses.all()],
        "schools": [str(a.institution or a.name) for a in person.affiliations.select_related("institution")],
    }

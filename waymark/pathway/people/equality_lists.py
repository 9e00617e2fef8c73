"""The answers of the equality questions.

Ethnic groups: Census 2021 (TS021) and the Government Statistical Service’s harmonised standard. Religion, sex, gender
identity, sexual orientation, long-lasting health condition: GSS harmonised wordings. Contains public sector
information licensed under the Open Government Licence v3.0.
"""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from .models.equality import WITHOUT_VALUE

QUESTIONS = {
    "ethnicity": _("Ethnic group"),
    "religion": _("Religion"),
    "sex": _("Sex"),
    "gender_identity": _(
        "Is the gender the person identifies with the same as their sex registered at birth?"
    ),
    "sexual_orientation": _("Sexual orientation (only from 16 years)"),
    "disability": _("A physical or mental health condition or illness lasting 12 months or more?"),
}

ETHNICITY = {
    "w1": _("White: English, Welsh, Scottish, Northern Irish or British"),
    "w2": _("White: Irish"),
    "w3": _("White: Gypsy or Irish Traveller"),
    "w4": _("White: Roma"),
    "w9": _("White: Any other White background"),
    "m1": _("Mixed or Multiple ethnic groups: White and Black Caribbean"),
    "m2": _("Mixed or Multiple ethnic groups: White and Black African"),
    "m3": _("Mixed or Multiple ethnic groups: White and Asian"),
    "m9": _("Mixed or Multiple ethnic groups: Any other Mixed or Multiple ethnic background"),
    "a1": _("Asian, Asian British or Asian Welsh: Indian"),
    "a2": _("Asian, Asian British or Asian Welsh: Pakistani"),
    "a3": _("Asian, Asian British or Asian Welsh: Bangladeshi"),
    "a4": _("Asian, Asian British or Asian Welsh: Chinese"),
    "a9": _("Asian, Asian British or Asian Welsh: Any other Asian background"),
    "b1": _("Black, Black British, Black Welsh, Caribbean or African: Caribbean"),
    "b2": _("Black, Black British, Black Welsh, Caribbean or African: African background"),
    "b9": _(
        "Black, Black British, Black Welsh, Caribbean or African: "
        "Any other Black, Black British, Black Welsh or Caribbean background"
    ),
    "o2": _("Other ethnic group: Arab"),
    "o9": _("Other ethnic group: Any other ethnic group"),
}

VALUES: dict[str, dict[str, Any]] = {
    "ethnicity": ETHNICITY,
    "religion": {
        "none": _("No religion"),
        "christian": _("Christian (all denominations)"),
        "buddhist": _("Buddhist"),
        "hindu": _("Hindu"),
        "jewish": _("Jewish"),
        "muslim": _("Muslim"),
        "sikh": _("Sikh"),
        "other": _("Any other religion"),
    },
    "sex": {"female": _("Female"), "male": _("Male")},
    "gender_identity": {"same": _("Yes"), "different": _("No")},
    "sexual_orientation": {
        "straight": _("Straight or heterosexual"),
        "gay_lesbian": _("Gay or lesbian"),
        "bisexual": _("Bisexual"),
        "other": _("Other sexual orientation"),
    },
    "disability": {"yes": _("Yes"), "no": _("No")},
}

# The harmonised standard asks it of nobody younger; where the age is not known, whoever asks judges.
FROM_AGE = {"sexual_orientation": 16}


def asked_at(age: int | None) -> list[str]:
    """The questions that are asked of somebody of that age, in order."""
    return [name for name in QUESTIONS if age is None or age >= FROM_AGE.get(name, 0)]


def choices_of(question: str) -> list[tuple[str, Any]]:
    """Values first, then the three reasons why there may be none."""
    return [*VALUES[question].items(), *WITHOUT_VALUE.items()]

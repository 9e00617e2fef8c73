"""The public form of the questions, and the forms of the team."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from waymark.foundation.interface import fields
from waymark.foundation.interface.forms import Form

from . import wording
from .actions.answering import NOTHING, Said
from .actions.questions import Line
from .models import Kind, Occasion, Question
from .usual import NO, SCALE, YES

NAMES_NOBODY = _("Do not write the name of a child or of anybody else.")
BOTH = _("Choose an answer for before and for now, or leave both empty")
MOST_LINES, LONGEST = 12, 200


class Answer(Form):
    """No question has to be answered, and at least one is. `asked`: the questions of the round."""

    marks_optional = False

    def __init__(self, *args: Any, asked: list[Question], language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asked = asked
        for one in asked:
            self._ask(one, one.said(language))
        if any(one.kind == Kind.WORDS for one in asked):
            self.fields["may_quote"] = fields.YesNo(label=wording.VERSIONS[wording.NOW], initial=False)

    def _ask(self, one: Question, words: str) -> None:
        name = f"q{one.place}"
        if one.kind == Kind.WORDS:
            self.fields[name] = fields.Words(
                label=words, hint=NAMES_NOBODY, required=False, max_length=1000, rows=4, no_child=True
            )
        elif one.kind == Kind.YESNO:
            self.fields[name] = fields.YesNo(label=words, required=False)
        elif one.kind == Kind.AGREE:
            self.fields[name] = self._scale(words)
        else:
            self.fields[f"{name}_before"] = self._scale(
                gettext("%(words)s: before the session") % {"words": words}
            )
            self.fields[name] = self._scale(gettext("%(words)s: now") % {"words": words})

    @staticmethod
    def _scale(label: str) -> fields.Pick:
        choices = [(str(value), words) for value, words in enumerate(SCALE, 1)]
        return fields.Pick(label=label, choices=choices, required=False, typing=False)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        for one in self.asked:
            name = f"q{one.place}"
            if one.kind == Kind.PAIR and bool(said.get(name)) != bool(said.get(f"{name}_before")):
                self.add_error(
                    f"{name}_before" if said.get(name) else name, ValidationError(BOTH, code="pair")
                )
        names = [name for name in self.fields if name.startswith("q")]
        if not self.errors and all(said.get(name) in ("", None) for name in names):
            self.add_error(names[0] if names else None, ValidationError(NOTHING, code="nothing"))
        return said

    def said(self) -> Said:
        """Only of a form that is valid."""
        given = self.cleaned_data
        marks: dict[UUID, tuple[int, int | None]] = {}
        words: dict[UUID, str] = {}
        for one in self.asked:
            name = f"q{one.place}"
            if given.get(name) in ("", None):
                continue
            if one.kind == Kind.WORDS:
                words[one.pk] = given[name]
            elif one.kind == Kind.YESNO:
                marks[one.pk] = (YES if given[name] else NO, None)
            else:
                before = given[f"{name}_before"] if one.kind == Kind.PAIR else None
                marks[one.pk] = (int(given[name]), int(before) if before else None)
        return Said(marks, words, bool(given.get("may_quote")))


GROUPS = (
    ("after_pair", Occasion.AFTER, Kind.PAIR, _("After the session: statements, before and now")),
    ("after_agree", Occasion.AFTER, Kind.AGREE, _("After the session: other statements")),
    ("after_words", Occasion.AFTER, Kind.WORDS, _("After the session: questions for own words")),
    ("later_agree", Occasion.LATER, Kind.AGREE, _("Some months later: statements")),
    ("later_yesno", Occasion.LATER, Kind.YESNO, _("Some months later: questions for yes or no")),
    ("later_words", Occasion.LATER, Kind.WORDS, _("Some months later: questions for own words")),
)
ONE_A_LINE = _("One on a line. After a | you can write it in Welsh.")


class AddQuestions(Form):
    """A new version: six boxes, each with a question on a line. `before`: the questions of the version before."""

    def __init__(self, *args: Any, before: list[Question], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, occasion, kind, label in GROUPS:
            held = [one for one in before if (one.occasion, one.kind) == (occasion, kind)]
            self.fields[name] = fields.Words(
                label=label, hint=ONE_A_LINE, required=False, rows=max(3, len(held)),
                initial="\n".join(_written(one) for one in held),
            )  # fmt: skip
        self.fields["from_on"] = fields.Day(label=_("From which day are they asked?"))
        self.fields["because"] = fields.Line(
            label=_("Why do the questions change?"),
            max_length=300,
            required=_("Say why the questions change"),
        )

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        for name, *_rest in GROUPS:
            lines = [line.strip() for line in said.get(name, "").splitlines() if line.strip()]
            parts = [part.strip() for line in lines for part in line.split("|")]
            if len(lines) > MOST_LINES or len(parts) > 2 * len(lines):
                self.add_error(name, _("Write at most 12 questions, and at most one | on a line"))
            elif any(not line.split("|")[0].strip() for line in lines) or any(
                len(one) > LONGEST for one in parts
            ):
                self.add_error(name, _("Write each question in at most 200 letters, the English first"))
        if not self.errors and not self.lines():
            self.add_error(GROUPS[0][0], _("Ask at least one question."))
        return said

    def lines(self) -> list[Line]:
        found = []
        for name, occasion, kind, _label in GROUPS:
            for line in self.cleaned_data.get(name, "").splitlines():
                words, _bar, welsh = line.partition("|")
                if words.strip():
                    found.append(Line(occasion, kind, words.strip(), welsh.strip()))
        return found


def _written(one: Question) -> str:
    return f"{one.words} | {one.words_cy}" if one.words_cy else one.words


class SetAside(Form):
    because = fields.Line(
        label=_("Why are the words set aside?"), hint=_("For example: They name a child. Do not write the name here."),
        max_length=300, required=_("Say why the words are set aside"),
    )  # fmt: skip

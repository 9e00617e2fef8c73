"""The form of any page of the referral form, made from its questions."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from waymark.foundation.interface import fields
from waymark.foundation.interface.fields.asking import Asked
from waymark.foundation.interface.forms import Form
from waymark.pathway.concerns import schools
from waymark.pathway.concerns.form.asking import Kind, Page, Question, Rows

CHOSEN, NOT_LISTED = "chosen", "none"
MOST_TYPED = 20_000


class PageForm(Form):
    """One page. `values` are the answers kept before; `answers()` gives what is kept of what was sent."""

    def __init__(
        self, page: Page, data: Mapping[str, Any] | None = None, *, values: Mapping[str, Any] | None = None
    ):
        self.page, self.values = page, values or {}
        initial = {q.code: shown(q.kind, self.values.get(q.code)) for q in page.questions}
        super().__init__(data, initial=initial)
        alone = len(page.questions) == 1 and not (page.guidance or page.prompts or page.rows)
        for question in page.questions:
            self.fields[question.code] = field_of(question, page.title if alone else None)
        self.matches = {str(school.pk): school for school in self._matches()}
        if self.matches:
            self.fields[CHOSEN] = _choose(list(self.matches.values()))

    def _matches(self) -> list[Any]:
        """Schools to choose from, once a name was sent that is not the one already chosen."""
        asked = next((q for q in self.page.questions if q.kind == Kind.SCHOOL), None)
        if asked is None or self.data.get(asked.code) is None:
            return []
        kept = self.values.get(asked.code) or {}
        if kept.get("name") == self.data[asked.code].strip() and CHOSEN not in self.data:
            return []
        return schools.matching(self.data[asked.code][:200])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if self.page.rule and not self.errors:
            for code, sentence in self.page.rule(self._kept(cleaned)):
                self.add_error(code, ValidationError(sentence, code="rule"))
        return cleaned

    def answers(self) -> dict[str, Any]:
        """The answers as the draft keeps them."""
        return self._kept(self.cleaned_data)

    def _kept(self, cleaned: Mapping[str, Any]) -> dict[str, Any]:
        kept = {q.code: stored(q.kind, cleaned.get(q.code)) for q in self.page.questions}
        for question in self.page.questions:
            if question.kind == Kind.SCHOOL:
                kept[question.code] = self._school(question.code, cleaned)
        return kept

    def _school(self, code: str, cleaned: Mapping[str, Any]) -> dict[str, Any]:
        chosen = self.matches.get(str(cleaned.get(CHOSEN)))
        if chosen is not None:
            return {"name": chosen.name, "id": chosen.pk}
        held = self.values.get(code) or {}
        if held.get("name") == cleaned.get(code) and not self.matches:
            return dict(held)
        return {"name": cleaned.get(code), "id": None}

    def typed(self) -> dict[str, str]:
        """Everything that was typed, to the letter, for a page that came back with errors."""
        names = [*self.page_names(), CHOSEN]
        return {name: self.data[name][:MOST_TYPED] for name in names if name in self.data}

    def page_names(self) -> list[str]:
        found = []
        for q in self.page.questions:
            dated = q.kind in (Kind.DAY, Kind.PART)
            found += [f"{q.code}-{part}" for part in ("day", "month", "year")] if dated else [q.code]
        return found


class More(Form):
    """Under the rows of a page: another one?"""

    def __init__(self, rows: Rows, data: Mapping[str, Any] | None = None, *, count: int = 0) -> None:
        super().__init__(data)
        self.rows, self.count = rows, count
        self.fields["more"] = fields.YesNo(label=rows.many_question, required=_("Choose yes or no"))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("more") is False and self.count < self.rows.least:
            self.add_error("more", ValidationError(self.rows.too_few, code="too_few"))
        if cleaned.get("more") is True and self.count >= self.rows.most:
            self.add_error("more", ValidationError(_("You cannot add more here."), code="too_many"))
        return cleaned


def field_of(question: Question, heading: Any = None) -> Asked:
    """The typed field of a question; with `heading` its label is the page’s heading."""
    given: dict[str, Any] = {
        "label": heading or question.label,
        "hint": question.hint,
        "required": question.required or (fields.UNMARKED if question.or_another else False),
        "heading": heading is not None,
    }
    return MAKERS[question.kind](question, given)


def _line(question: Question, given: dict[str, Any]) -> Asked:
    return fields.Line(max_length=question.longest or 200, autocomplete=question.autocomplete, **given)


def _about_another(question: Question) -> str:
    # These are mostly not the reader’s own: the browser must not offer the reader’s.
    return question.autocomplete or "off"


MAKERS: dict[Kind, Any] = {
    Kind.LINE: _line,
    Kind.SCHOOL: _line,
    Kind.WORDS: lambda q, given: fields.Words(max_length=q.longest or 5000, **given),
    Kind.CHOICE: lambda q, given: fields.Choice(choices=q.choices, **given),
    Kind.YES_NO: lambda q, given: fields.YesNo(**given),
    Kind.DAY: lambda q, given: fields.Day(future=False, **given),
    Kind.PART: lambda q, given: fields.Day(precision="year", future=False, **given),
    Kind.WHOLE: lambda q, given: fields.Whole(most=120, **given),
    Kind.EMAIL: lambda q, given: fields.Email(autocomplete=_about_another(q), **given),
    Kind.PHONE: lambda q, given: fields.Telephone(autocomplete=_about_another(q), **given),
}


def stored(kind: Kind, value: Any) -> Any:
    """An answer as JSON keeps it."""
    if kind == Kind.DAY:
        return value.isoformat() if value else None
    if kind == Kind.PART:
        return {"on": value.date.isoformat(), "precision": value.precision} if value else None
    return value


def shown(kind: Kind, value: Any) -> Any:
    """A kept answer as its field shows it."""
    if value is None:
        return None
    if kind == Kind.DAY:
        return date.fromisoformat(value)
    if kind == Kind.PART:
        return fields.Part(date.fromisoformat(value["on"]), value["precision"])
    return value.get("name", "") if kind == Kind.SCHOOL else value


def _choose(found: list[Any]) -> Asked:
    return fields.Choice(
        label=_("Choose from the list"),
        required=_("Choose from the list, or say that it is not there"),
        choices=[
            *((str(school.pk), schools.in_words(school)) for school in found),
            (NOT_LISTED, _("It is not in this list")),
        ],
        divided=True,
    )

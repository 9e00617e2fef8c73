"""What messages may say. Each part declares its own templates; a template with any other placeholder does not start."""

from __future__ import annotations

from dataclasses import dataclass
from string import Formatter
from typing import Any

from django.conf import settings
from django.core.checks import Error, register
from django.utils import translation

ALLOWED = frozenset({"link", "service_name", "council", "date", "reference"})


class BadTemplate(ValueError):
    """A template that could carry more than the five allowed placeholders, or a subject of several lines."""


@dataclass(frozen=True)
class Template:
    """`subject` and `body` are lazy translations with the placeholders of ALLOWED, each in braces."""

    code: str
    subject: Any
    body: Any

    def placeholders(self) -> frozenset[str]:
        """The placeholders used, in the present language. BadTemplate for any that is not allowed."""
        return _placeholders(self.code, str(self.subject)) | _placeholders(self.code, str(self.body))

    def check(self) -> None:
        """BadTemplate unless subject and body keep to the rules in the present language."""
        self.placeholders()
        if "\n" in str(self.subject) or "\r" in str(self.subject) or not str(self.subject).strip():
            raise BadTemplate(f"{self.code}: the subject must be one line")


TEMPLATES: dict[str, Template] = {}


def declare(*templates: Template) -> None:
    """Adds templates. BadTemplate for a placeholder that is not allowed; ValueError when a code is taken."""
    for template in templates:
        with translation.override(None):
            template.check()
        if template.code in TEMPLATES and TEMPLATES[template.code] != template:
            raise ValueError(f"two templates are called {template.code}")
        TEMPLATES[template.code] = template


def find(code: str) -> Template:
    """The template of that code. ValueError when no part declares it."""
    try:
        return TEMPLATES[code]
    except KeyError:
        raise ValueError(f"no part declares the message {code}") from None


def _placeholders(code: str, text: str) -> frozenset[str]:
    found = set()
    for _literal, name, spec, conversion in Formatter().parse(text):
        if name is None:
            continue
        # A name with a dot or bracket, a format or a conversion could reach into an object: refused as a whole.
        if name not in ALLOWED or spec or conversion:
            raise BadTemplate(
                f"{code}: {{{name}}} may not stand in a message; only {', '.join(sorted(ALLOWED))}"
            )
        found.add(name)
    return frozenset(found)


@register("waymark")
def translations_keep_to_the_rules(app_configs: Any, **kwargs: Any) -> list[Error]:
    """A translation must neither bring in a placeholder nor lose one."""
    found = []
    for template in TEMPLATES.values():
        with translation.override(None):
            expected = template.placeholders()
        for language, _name in settings.LANGUAGES:
            with translation.override(language):
                try:
                    template.check()
                    if template.placeholders() != expected:
                        raise BadTemplate(f"{template.code}: the {language} text has other placeholders")
                except BadTemplate as problem:
                    found.append(Error(str(problem), id="outbox.E001"))
    return found

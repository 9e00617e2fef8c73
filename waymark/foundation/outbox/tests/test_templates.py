"""What a message may say."""

import pytest
from django.utils.translation import gettext_lazy as _

from waymark.foundation.outbox import templates_declared
from waymark.foundation.outbox.templates_declared import BadTemplate, Template, declare


@pytest.mark.parametrize(
    "body", ["Dear {name}", "{link.host}", "{link[0]}", "{link!r}", "{link:>40}", "{0}", "{}", "{school}"]
)
def test_any_other_placeholder_is_refused(body: str) -> None:
    with pytest.raises(BadTemplate):
        declare(Template("tests.bad", "You have a new task", body))
    assert "tests.bad" not in templates_declared.TEMPLATES


def test_the_five_placeholders_are_allowed() -> None:
    template = Template("tests.all", "{reference}", "{link} {service_name} {council} {date} {reference}")
    declare(template)
    assert template.placeholders() == templates_declared.ALLOWED


@pytest.mark.parametrize("subject", ["two\nlines", "a\rb", "  "])
def test_the_subject_is_one_line(subject: str) -> None:
    with pytest.raises(BadTemplate):
        declare(Template("tests.bad", subject, "text"))


def test_a_code_is_taken_once() -> None:
    with pytest.raises(ValueError, match="two templates"):
        declare(Template("tests.plain", "Another", "text"))


def test_the_start_up_check_finds_a_translation_with_another_placeholder(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert templates_declared.translations_keep_to_the_rules(None) == []
    said = iter(["{link}"] * 2 + ["{link} {council}"] * 20)

    class Moody:
        def __str__(self) -> str:
            return next(said)

    monkeypatch.setitem(templates_declared.TEMPLATES, "tests.moody", Template("tests.moody", _("x"), Moody()))
    found = templates_declared.translations_keep_to_the_rules(None)
    assert any("tests.moody" in error.msg for error in found)

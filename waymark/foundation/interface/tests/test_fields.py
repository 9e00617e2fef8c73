"""Every field: good input, bad input, and what was typed is still there."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
import time_machine

from waymark.foundation.interface import fields, forms
from waymark.foundation.interface.drawing import draw_field
from waymark.foundation.interface.fields import Part

COLOURS = [("blue", "Blue"), ("green", "Green"), ("none", "None of these")]
CASES = [
    (fields.Line(label="L"), "  Siân  O’Brien ", "Siân O’Brien"),
    (fields.Words(label="L"), "one\r\ntwo", "one\ntwo"),
    (fields.Choice(label="L", choices=COLOURS), "blue", "blue"),
    (fields.Pick(label="L", choices=COLOURS), "green", "green"),
    (fields.Email(label="L"), " name@example.com ", "name@example.com"),
    (fields.Telephone(label="L"), "+44 (0)1632 960 001 ext. 12", "+44 (0)1632 960 001 ext. 12"),
    (fields.Whole(label="L"), "1,204", 1204),
    (fields.Whole(label="L", least=-5), "-3", -3),
    (fields.YesNo(label="L"), "yes", True),
    (fields.YesNo(label="L"), "no", False),
    (fields.Hidden(), "K7M2", "K7M2"),
    (fields.Line(label="L", required=False), "", ""),
    (fields.YesNo(label="L", required=False), "", None),
    (fields.Whole(label="L", required=False), "", None),
    (fields.Pounds(label="L"), "£1,450.50", Decimal("1450.50")),
    (fields.Pounds(label="L"), "7", Decimal(7)),
]
BAD = [
    (fields.Line(label="L", required="Enter the name"), "   ", "Enter the name"),
    (fields.Line(label="L"), "a\x00b", "cannot be read"),
    (fields.Line(label="L"), "a\x1bb", "cannot be read"),
    (fields.Line(label="L"), "a\u202eb", "direction of text"),
    (fields.Words(label="L"), "a\u2066b", "direction of text"),
    (
        fields.Line(label="L", max_length=3),
        "abcd",
        "3 characters or fewer. You have entered 1 character too many",
    ),
    (fields.Words(label="L", max_length=3), "abcdef", "You have entered 3 characters too many"),
    (fields.Choice(label="L", choices=COLOURS), "red", "Choose one of the answers shown"),
    (fields.Choice(label="L", choices=COLOURS, required="Choose a colour"), "", "Choose a colour"),
    (fields.Pick(label="L", choices=COLOURS), "x" * 5000, "Choose one of the answers shown"),
    (fields.Email(label="L"), "name at example", "like name@example.com"),
    (fields.Email(label="L"), "name@example.com\r\nBcc: x@example.com", "cannot be read"),
    (fields.Telephone(label="L"), "12", "Enter a telephone number, like"),
    (fields.Telephone(label="L"), "ring me", "Enter a telephone number, like"),
    (fields.Whole(label="L"), "seven", "whole number"),
    (fields.Pounds(label="L"), "12.5", "pounds and pence"),
    (fields.Pounds(label="L"), "-1.00", "pounds and pence"),
    (fields.Pounds(label="L"), "0.00", "more than"),
    (fields.Pounds(label="L"), "10000000", "more than"),
    (fields.Whole(label="L"), "1.5", "whole number"),
    (fields.Whole(label="L"), "９", "whole number"),
    (fields.Whole(label="L"), "9" * 5000, "whole number"),
    (fields.Whole(label="L", most=10), "11", "10 or fewer"),
    (fields.Whole(label="L", least=2), "1", "2 or more"),
    (fields.YesNo(label="L"), "maybe", "Choose one of the answers shown"),
    (fields.Hidden(), "\x00", "cannot be read"),
]


def form_of(field, data):
    made = type("Made", (forms.Form,), {"it": field})
    return made(data)


@pytest.mark.parametrize(("field", "typed", "cleaned"), CASES)
def test_good_input_is_cleaned(field, typed, cleaned):
    form = form_of(field, {"it": typed})
    assert form.is_valid(), form.errors
    assert form.cleaned_data["it"] == cleaned


@pytest.mark.parametrize(("field", "typed", "sentence"), BAD)
def test_bad_input_gets_a_sentence_and_keeps_what_was_typed(field, typed, sentence):
    form = form_of(field, {"it": typed})
    assert not form.is_valid()
    assert sentence in form.errors["it"][0]
    assert len(form.errors["it"]) == 1
    assert form["it"].value() == typed


def test_choices_are_a_list_and_one_may_exclude_the_others():
    field = fields.Choices(label="L", choices=COLOURS, alone="none", required="Choose a colour")
    assert field.clean(["blue", "green", "blue"]) == ["blue", "green"]
    for wrong, words in (
        ([], "Choose a colour"),
        (["blue", "none"], "not both"),
        (["red"], "Choose one of the answers shown"),
    ):
        with pytest.raises(forms.ValidationError, match=words):
            field.clean(wrong)


def day(**options):
    return fields.Day(label="When?", **options)


def parts(*typed):
    return dict(zip(("it-day", "it-month", "it-year"), typed, strict=True))


@pytest.mark.parametrize(
    ("field", "typed", "cleaned"),
    [
        (day(), ("27", "3", "2026"), date(2026, 3, 27)),
        (day(), (" 7 ", "March", "2026"), date(2026, 3, 7)),
        (day(), ("7", "rhagfyr", "2025"), date(2025, 12, 7)),
        (day(required=False), ("", "", ""), None),
        (day(precision="month"), ("", "3", "2026"), Part(date(2026, 3, 1), "month")),
        (day(precision="month"), ("4", "3", "2026"), Part(date(2026, 3, 4), "day")),
        (day(precision="year"), ("", "", "1990"), Part(date(1990, 1, 1), "year")),
        (day(), ("29", "2", "2024"), date(2024, 2, 29)),
    ],
)
def test_dates_are_read(field, typed, cleaned):
    form = form_of(field, parts(*typed))
    assert form.is_valid(), form.errors
    assert form.cleaned_data["it"] == cleaned


@pytest.mark.parametrize(
    ("field", "typed", "sentence", "target"),
    [
        (day(required="Enter when"), ("", "", ""), "Enter when", "day"),
        (day(), ("", "3", "2026"), "must include a day", "day"),
        (day(), ("27", "", "2026"), "must include a month", "month"),
        (day(), ("27", "3", ""), "must include a year", "year"),
        (day(), ("27", "", ""), "must include a month and a year", "month"),
        (day(precision="year"), ("4", "", "1990"), "must include a month", "month"),
        (day(), ("31", "2", "2026"), "must be a real date", "day"),
        (day(), ("29", "2", "2023"), "must be a real date", "day"),
        (day(), ("7", "13", "2026"), "between 1 and 12", "month"),
        (day(), ("7", "3", "26"), "must include 4 numbers", "year"),
        (day(), ("7", "3", "0000"), "real date", "day"),
        (day(), ("7", "3", "1066"), "between 1900 and 2200", "year"),
        (day(), ("seven", "3", "2026"), "use numbers", "day"),
        (day(), ("7\x00", "3", "2026"), "use numbers", "day"),
        (day(), ("٧", "3", "2026"), "use numbers", "day"),
    ],
)
def test_dates_that_cannot_be_name_what_is_wrong(field, typed, sentence, target):
    form = form_of(field, parts(*typed))
    assert not form.is_valid()
    assert sentence in form.errors["it"][0]
    assert forms.summary(form)[0]["href"] == f"#id_it-{target}"
    html = draw_field(form["it"])
    for value in filter(None, typed):
        assert f'value="{value}"' in html


@time_machine.travel("2026-06-14 23:30 +0000", tick=False)
def test_today_is_the_day_of_the_united_kingdom():
    today, tomorrow = parts("15", "6", "2026"), parts("16", "6", "2026")
    assert form_of(day(future=False), today).is_valid()
    assert "today or in the past" in form_of(day(future=False), tomorrow).errors["it"][0]
    assert form_of(day(past=False), today).is_valid()
    assert "today or in the future" in form_of(day(past=False), parts("14", "6", "2026")).errors["it"][0]
    assert form_of(day(future=False, precision="month"), parts("", "6", "2026")).is_valid()
    assert not form_of(day(future=False, precision="month"), parts("", "7", "2026")).is_valid()


def test_a_date_is_shown_as_precisely_as_it_is_known():
    made = type("Made", (forms.Form,), {"it": day(precision="year")})
    html = draw_field(made(initial={"it": Part(date(1990, 1, 1), "year")})["it"])
    assert 'value="1990"' in html
    assert 'value="1"' not in html


def test_what_was_typed_is_escaped():
    html = draw_field(
        form_of(fields.Line(label="<b>L</b>", hint="<i>"), {"it": '"><script>alert(1)</script>'})["it"]
    )
    assert "<script>" not in html and "<b>" not in html and "<i>" not in html
    assert "&lt;script&gt;" in html

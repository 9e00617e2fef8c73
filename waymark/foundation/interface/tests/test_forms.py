"""Forms: the summary leads to the inputs, refusals stand at their field, the version travels along."""

from __future__ import annotations

import pytest
from django import forms as django_forms
from django.template import engines
from django.test import RequestFactory
from lxml import html

from tests.pages import words
from waymark.foundation.interface import components, examples, fields, forms
from waymark.foundation.interface.drawing import draw_field
from waymark.foundation.kernel.refusals import NotNow, Stale


class Two(forms.Form):
    first = fields.Line(label="First", required="Enter the first")
    second = fields.Line(label="Second", required="Enter the second")


def drawn(source: str, **context):
    made = engines["django"].from_string(
        source if source.startswith("{% extends") else "{% load waymark %}" + source
    )
    return made.render(context, RequestFactory().get("/somewhere/"))


def test_every_link_of_the_summary_leads_to_an_input():
    tree = html.fromstring(
        drawn(
            '{% extends "skeletons/question.html" %}{% block title %}T{% endblock %}', form=examples.wrong()
        )
    )
    links = tree.xpath("//div[contains(@class,'govuk-error-summary')]//a/@href")
    assert len(links) == 11
    for link in links:
        (target,) = tree.xpath("//*[@id=$id]", id=link.removeprefix("#"))
        assert target.tag in ("input", "textarea", "select")
    inputs = [one.get("id") for one in tree.xpath("//main//input|//main//textarea|//main//select")]
    order = [inputs.index(link.removeprefix("#")) for link in links]
    assert order == sorted(order)
    assert tree.xpath("//title")[0].text.startswith("Error: T")


def test_errors_at_the_field_say_the_same_as_the_summary():
    form = examples.wrong()
    tree = html.fromstring(drawn("<div>{% form form %}</div>", form=form))
    at_fields = [
        one.text_content().split("Error:")[1].strip()
        for one in tree.xpath("//*[@class='govuk-error-message']")
    ]
    assert at_fields == [one["text"] for one in forms.summary(form)]


def test_a_refusal_stands_at_its_field():
    form = Two({"first": "a", "second": "b"})
    assert form.is_valid()
    form.refuse(NotNow("The panel has met already.", field="second"))
    assert forms.summary(form) == [{"text": "The panel has met already.", "href": "#id_second"}]
    assert form["first"].value() == "a"


@pytest.mark.parametrize("bound", [True, False])
def test_a_refusal_without_a_field_stands_at_the_top(bound):
    form = Two({"first": "a", "second": "b"}) if bound else Two()
    form.refuse(NotNow("The panel has met already.", field="gone"))
    assert forms.summary(form) == [{"text": "The panel has met already."}]
    assert "The panel has met already." in drawn("{% errors form %}", form=form)


def test_a_stale_refusal_has_words_of_its_own():
    form = Two({"first": "a", "second": "b"})
    form.refuse(Stale())
    assert "Someone else changed this" in forms.summary(form)[0]["text"]


def test_the_version_travels_in_a_hidden_field():
    assert 'name="version" value="4"' in drawn("{% form form %}", form=Two(version=4))
    good = Two({"first": "a", "second": "b", "version": "4"}, version=7)
    assert good.is_valid() and good.cleaned_data["version"] == 4
    for wrong in ({}, {"version": "x"}):
        assert not Two({"first": "a", "second": "b", **wrong}, version=7).is_valid()


def test_the_summary_is_drawn_once_on_a_page():
    page = drawn(
        '{% extends "skeletons/page.html" %}{% load waymark %}{% block content %}{% form form %}{% endblock %}',
        form=Two({}),
    )
    assert page.count("govuk-error-summary__title") == 1


def test_a_heading_label_is_the_only_h1_and_the_title():
    page = html.fromstring(drawn('{% extends "skeletons/question.html" %}', form=examples.Question()))
    (heading,) = page.xpath("//h1")
    assert page.xpath("//title")[0].text.startswith(heading.text_content().strip())


def test_fields_of_other_packages_are_drawn_too():
    class Foreign(django_forms.Form):
        password = django_forms.CharField(
            widget=django_forms.PasswordInput(attrs={"autocomplete": "current-password"})
        )
        agree = django_forms.BooleanField(label="I agree", required=False)
        words = django_forms.CharField(widget=django_forms.Textarea)
        kind = django_forms.ChoiceField(choices=[("a", "A")], widget=django_forms.RadioSelect)
        pick = django_forms.ChoiceField(choices=[("a", "A")])
        secret = django_forms.CharField(widget=django_forms.HiddenInput)

    tree = html.fromstring(
        "<div>" + "".join(draw_field(bound) for bound in Foreign({"words": "<kept>"})) + "</div>"
    )
    assert tree.xpath("//input[@type='password']/@autocomplete") == ["current-password"]
    assert tree.xpath("//input[@type='password']/@value") in ([], [""])
    assert tree.xpath("//textarea")[0].text.strip() == "<kept>"
    assert {one.get("type") or one.tag for one in tree.xpath("//input|//select")} == {
        "password", "checkbox", "radio", "select", "hidden"
    }  # fmt: skip


def test_each_once_token_is_new():
    tokens = {html.fromstring(drawn("{% once %}")).get("value") for _ in range(3)}
    assert len(tokens) == 3


def test_keys_nest_and_unsafe_html_is_escaped():
    found = components.nested({"hint__text": "h", "attributes__data_a": 1, "is_start_button": True})
    assert found == {"hint": {"text": "h"}, "attributes": {"data-a": 1}, "isStartButton": True}
    out = drawn(
        '{% component "inset-text" html=typed %}{% component "inset-text" params=more %}',
        typed="<b>",
        more={"text": "<i>"},
    )
    assert "&lt;b&gt;" in out and "&lt;i&gt;" in out and "<b>" not in out and "<i>" not in out


@pytest.mark.parametrize("name", ["nothing", "../secret", "button/macro"])
def test_an_unknown_component_is_an_error(name):
    with pytest.raises(KeyError):
        components.draw(name, {})


def test_answers_of_several_lines_keep_them_and_stay_text():
    rows = [{"key": {"text": "What"}, "value": {"text": "one\n<b>two"}}]
    page = html.fromstring(components.draw("summary-list", {"rows": rows}))
    (value,) = page.xpath("//dd")
    assert [text.strip() for text in value.xpath("./text()")] == ["one", "<b>two"]


def test_a_text_of_several_lines_is_typed_back_to_the_letter():
    class Long(forms.Form):
        words = fields.Words(label="W", max_length=5)

    typed = " one\n  two\n\n\tthree </textarea> "
    page = html.fromstring(draw_field(Long({"words": typed})["words"]))
    assert page.xpath("//textarea")[0].text == typed


class MayBeEmpty(forms.Form):
    needed = fields.Line(label="Name")
    left_out = fields.Line(label="Job", required=False)
    other = fields.Day(label="Or when?", required=fields.UNMARKED)


def labels(form: forms.Form) -> list[str]:
    drawn = html.fromstring("".join(draw_field(bound) for bound in form))
    return [words(one) for one in drawn.xpath("//label[@for='id_needed' or @for='id_left_out'] | //legend")]


def test_what_may_be_left_out_says_so_in_its_label_and_what_another_answer_decides_does_not():
    assert labels(MayBeEmpty({})) == ["Name", "Job (optional)", "Or when?"]


def test_a_page_that_says_it_of_all_at_once_marks_none():
    class All(MayBeEmpty):
        marks_optional = False

    assert labels(All()) == ["Name", "Job", "Or when?"]


def test_a_heading_that_may_be_left_out_is_the_title_too():
    class One(forms.Form):
        more = fields.Words(label="Anything else?", required=False, heading=True)

    assert One().heading == "Anything else? (optional)" and "Anything else? (optional)" in draw_field(
        One()["more"]
    )

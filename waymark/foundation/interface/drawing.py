"""A form field as a component: which one, with which parameters. Works for our fields and for Django’s own."""

from __future__ import annotations

from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from .components import draw

# Attributes of Django widgets that are parameters of the component or its own business.
TAKEN = {
    "class",
    "id",
    "name",
    "value",
    "type",
    "autocomplete",
    "inputmode",
    "spellcheck",
    "aria-describedby",
    "aria-invalid",
}


def draw_field(bound: BoundField) -> SafeString:
    """The field with its label, hint, error and what was typed."""
    if bound.is_hidden:
        return bound.as_widget()
    component = getattr(bound.field, "component", None)
    if component is not None:
        return draw(component, bound.field.params(bound))  # type: ignore[attr-defined]
    return _foreign(bound)


def input_id(bound: BoundField) -> str:
    """The id that the error summary links to: the first input of the field that has the error."""
    own = getattr(bound.field, "error_target", None)
    return own(bound) if own else str(bound.id_for_label or bound.auto_id or bound.html_name)


def label_of(field: forms.Field, form: forms.BaseForm) -> str:
    """What the field is called on the page: what may be left out says so, unless the form says it of all at once."""
    if getattr(field, "optional", False) and not field.required and getattr(form, "marks_optional", True):
        return _("%(label)s (optional)") % {"label": field.label}
    return str(field.label)


def outline(bound: BoundField) -> dict[str, Any]:
    """What every component of a field has: id, name, label, hint, error message."""
    label = label_of(bound.field, bound.form)
    params: dict[str, Any] = {
        "id": str(bound.auto_id or bound.html_name),
        "name": bound.html_name,
        "label": {"text": label, "classes": "govuk-label--s"},
    }
    if getattr(bound.field, "heading", False):
        params["label"] = {"text": label, "classes": "govuk-label--l", "isPageHeading": True}
    if bound.help_text:
        params["hint"] = {"text": bound.help_text}
    if bound.errors:
        params["errorMessage"] = {"text": bound.errors[0], "visuallyHiddenText": _("Error")}
    return params


def as_fieldset(params: dict[str, Any]) -> dict[str, Any]:
    """The same with a legend in place of the label, for fields of several inputs."""
    label = params.pop("label")
    legend = {
        "text": label["text"],
        "classes": label["classes"].replace("govuk-label", "govuk-fieldset__legend"),
    }
    legend["isPageHeading"] = label.get("isPageHeading", False)
    params["fieldset"] = {"legend": legend}
    params["idPrefix"] = params["id"]
    return params


def typed(bound: BoundField) -> str:
    """What stands in the field: what was typed, exactly, or the value it began with."""
    value = bound.value()
    return "" if value is None else str(value)


def _foreign(bound: BoundField) -> SafeString:
    """A field of Django or of another package, by its widget."""
    widget = bound.field.widget
    params = outline(bound)
    attributes = {k: v for k, v in widget.attrs.items() if k not in TAKEN and v is not False}
    params["attributes"] = attributes
    params |= {k: widget.attrs[k] for k in ("autocomplete", "inputmode", "spellcheck") if k in widget.attrs}
    if isinstance(widget, forms.PasswordInput):
        return draw("password-input", params | _password_words())
    if isinstance(widget, forms.CheckboxInput):
        return _one_box(bound, params)
    if isinstance(widget, (forms.RadioSelect, forms.CheckboxSelectMultiple)):
        kind = "checkboxes" if isinstance(widget, forms.CheckboxSelectMultiple) else "radios"
        return draw(kind, as_fieldset(params) | {"items": _options(bound, "checked")})
    if isinstance(widget, forms.Select):
        return draw("select", params | {"items": _options(bound, "selected")})
    if isinstance(widget, forms.Textarea):
        return draw("textarea", params | {"value": typed(bound)})
    if isinstance(widget, forms.ClearableFileInput):
        return draw("file-upload", params)
    kind = getattr(widget, "input_type", "text")
    return draw("input", params | {"value": typed(bound), "type": kind})


def _password_words() -> dict[str, Any]:
    return {
        "showPasswordText": _("Show"),
        "hidePasswordText": _("Hide"),
        "showPasswordAriaLabelText": _("Show password"),
        "hidePasswordAriaLabelText": _("Hide password"),
        "passwordShownAnnouncementText": _("Your password is visible"),
        "passwordHiddenAnnouncementText": _("Your password is hidden"),
    }


def _one_box(bound: BoundField, params: dict[str, Any]) -> SafeString:
    item = {"value": "on", "text": bound.label, "checked": bool(bound.value()), "id": params["id"]}
    if "hint" in params:
        item["hint"] = params.pop("hint")
    params.pop("label")
    return draw("checkboxes", params | {"idPrefix": params["id"], "items": [item]})


def _options(bound: BoundField, mark: str) -> list[dict[str, Any]]:
    held = bound.value()
    chosen = {str(one) for one in (held if isinstance(held, (list, tuple, set)) else [held])}
    return [{"value": str(v), "text": str(text), mark: str(v) in chosen} for v, text in bound.field.choices]  # type: ignore[attr-defined]


def together(*parts: SafeString) -> SafeString:
    """Safe parts, one after the other."""
    return mark_safe("\n".join(parts))  # noqa: S308

"""The form of every page: errors in words, at the field and at the top, and nothing typed is lost."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from waymark.foundation.kernel.refusals import Refusal, Stale

from .drawing import input_id, label_of


class TypedAgain(QueryDict):
    """What somebody typed before, put back into a page that is only shown: nothing is said about errors yet."""


# Package → what its pages say above a form in which somebody can write.
_WARNINGS: dict[str, Any] = {}


def warn(package: str, sentence: Any) -> None:
    """Every form of `package` in which somebody can write shows this sentence. Called in AppConfig.ready."""
    _WARNINGS[package] = sentence


class Form(forms.Form):
    """A page’s form.

    `version` (an int) is posted back in a hidden field, so that a deed can see whether the record moved meanwhile.
    """

    use_required_attribute = False
    # False where the page says that every question may be left out.
    marks_optional = True
    default_renderer = None

    def __init__(self, *args: Any, version: int | None = None, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        if version is not None:
            self.fields["version"] = forms.IntegerField(
                widget=forms.HiddenInput,
                initial=version,
                error_messages={"required": STALE, "invalid": STALE},
            )

    def full_clean(self) -> None:
        """Checks what was typed, unless it only stands in the page again."""
        if isinstance(self.data, TypedAgain):
            self._errors, self.cleaned_data = forms.utils.ErrorDict(), {}
        else:
            super().full_clean()

    @property
    def heading(self) -> str:
        """The label of the field that is the page’s heading, if one is."""
        return next((label_of(f, self) for f in self.fields.values() if getattr(f, "heading", False)), "")

    @property
    def warning(self) -> Any:
        """What stands above a form in which somebody can write, where its package has something to say."""
        said = [words for package, words in _WARNINGS.items() if type(self).__module__.startswith(package)]
        free = any(getattr(field, "is_free", False) for field in self.fields.values())
        return said[0] if said and free else ""

    def refuse(self, refusal: Refusal) -> None:
        """Shows why a deed was not done: at the field it names, or at the top of the page."""
        sentence = refusal.sentence or (STALE if isinstance(refusal, Stale) else NOT_DONE)
        if not self.is_bound:
            self.is_bound, self.cleaned_data = True, {}
            self._errors = forms.utils.ErrorDict()
        field = refusal.field if refusal.field in self.fields else None
        self.add_error(field, ValidationError(sentence, code="refused"))


STALE = _(
    "Someone else changed this while you had it open. Open it again to see the change, then enter yours."
)
NOT_DONE = _("This could not be done. Check the page and try again.")


def summary(form: forms.BaseForm) -> list[dict[str, str]]:
    """`text` and `href` of each error in the order of the fields; errors of the page as a whole come first."""
    errors = [{"text": str(text)} for text in form.non_field_errors()]
    for name in form.fields:
        bound: BoundField = form[name]
        for text in list(bound.errors)[:1]:
            errors.append(
                {"text": str(text)} if bound.is_hidden else {"text": str(text), "href": f"#{input_id(bound)}"}
            )
    return errors

"""Whole numbers, and sums of money."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from .asking import Asked
from .text import Raw


class Whole(Asked):
    """A whole number from `least` to `most`. Commas and spaces between thousands are forgiven."""

    missing = _("Enter a number")

    def __init__(self, *, least: int = 0, most: int = 2_147_483_647, **options: Any) -> None:
        self.least, self.most = least, most
        options.setdefault("classes", "govuk-input--width-5")
        super().__init__(widget=Raw, **options)

    def to_python(self, value: Any) -> int | None:
        if isinstance(value, int):
            return value
        text = str(value or "").strip().replace(",", "").replace(" ", "")
        if not text:
            return None
        bare = text[1:] if text[0] in "-−" else text
        if not (bare.isascii() and bare.isdigit()) or len(bare) > 18:
            raise ValidationError(_("Enter a whole number, using digits only"), code="invalid")
        number = -int(bare) if bare != text else int(bare)
        if number < self.least:
            raise ValidationError(
                _("The number must be %(n)s or more"), code="least", params={"n": self.least}
            )
        if number > self.most:
            raise ValidationError(
                _("The number must be %(n)s or fewer"), code="most", params={"n": self.most}
            )
        return number

    def extra(self, bound: BoundField) -> dict[str, Any]:
        return super().extra(bound) | {"inputmode": "numeric", "spellcheck": False}


class Pounds(Asked):
    """A sum in pounds and pence, more than nothing. A pound sign, commas and spaces are forgiven."""

    missing = _("Enter an amount")
    most = Decimal("9999999.99")

    def __init__(self, **options: Any) -> None:
        options.setdefault("classes", "govuk-input--width-10")
        super().__init__(widget=Raw, **options)

    def to_python(self, value: Any) -> Decimal | None:
        if isinstance(value, Decimal):
            return value
        text = re.sub(r"[£,\s]", "", str(value or ""))
        if not text:
            return None
        if not re.fullmatch(r"[0-9]{1,12}(\.[0-9]{2})?", text):
            raise ValidationError(_("Enter pounds and pence, like 450.00"), code="invalid")
        amount = Decimal(text)
        if not 0 < amount <= self.most:
            raise ValidationError(
                _("The amount must be more than £0, and less than £10 million"), code="bounds"
            )
        return amount

    def prepare_value(self, value: Any) -> Any:
        return f"{value:.2f}" if isinstance(value, Decimal) else value

    def extra(self, bound: BoundField) -> dict[str, Any]:
        return super().extra(bound) | {"inputmode": "decimal", "spellcheck": False, "prefix": {"text": "£"}}

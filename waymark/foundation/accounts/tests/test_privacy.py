"""Every field of this part is declared."""

from __future__ import annotations

import pytest

from waymark.foundation.accounts import privacy
from waymark.foundation.accounts.models import Invitation, User
from waymark.foundation.kernel.privacy import FIELDS


@pytest.mark.parametrize("model", [User, Invitation])
def test_every_field_is_declared_and_no_other(model):
    assert privacy.__doc__
    assert set(FIELDS[model._meta.label]) == {field.name for field in model._meta.concrete_fields}

"""What was erased does not come back with an older backup: the register of the restore erases it again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import ProgrammingError, transaction

from tests.cast import Cast
from tests.scanning import tables_with
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.restoring import REGISTERS
from waymark.foundation.retention.actions.expiring import expire_everywhere
from waymark.foundation.retention.models import Erasure
from waymark.foundation.retention.periods import years
from waymark.foundation.retention.tests.clocks import on

from .walks import Walk

SURNAME = "Backupworthy"


class Undone(Exception):
    """Stands for the restore: what was done since is as if it had never been."""


def test_a_restore_erases_again_and_the_service_may_not(cast: Cast, everything: Callable[[], Any]) -> None:
    register = REGISTERS["retention.records"]
    Walk(cast.here).received(surname=SURNAME).ready().decided("close")
    keys: list[str] = []
    with pytest.raises(Undone), transaction.atomic(), on(years(6).after(clock.today())):
        expire_everywhere()
        keys.extend(register.listed())
        raise Undone
    assert len(keys) == 1 and SURNAME not in keys[0]
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        register.again(keys)
    with everything():
        assert tables_with([SURNAME]), "the backup has brought it back"
        assert register.again(keys) == 1
        assert tables_with([SURNAME]) == {} and Erasure.objects.get().ground == "ceiling"
        assert register.again(keys) == 0
    assert register.listed() == keys

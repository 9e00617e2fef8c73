"""A form that is sent empty says at each field what to do there: no two lines alike, and none that fits everywhere."""

from __future__ import annotations

from django.urls import reverse

from waymark.delivery.engagement.tests.keeping import theme
from waymark.foundation.interface.fields import asking, choosing, dates, numbers, text
from waymark.foundation.interface.fields.asking import Asked

from .teaching import Year, school
from .test_pages import of, pages


def everywhere() -> set[str]:
    """The words of fields that were given none of their own."""
    kinds = [
        kind
        for module in (asking, choosing, dates, numbers, text)
        for kind in vars(module).values()
        if isinstance(kind, type) and issubclass(kind, Asked)
    ]
    return {str(kind.missing) for kind in kinds}


def addresses(year: Year) -> dict[str, str]:
    session = year.planned()
    plain = "plan course-add refresh-rule term-add waiting-rule declared-add headcount-add ask mine-declare"
    named = {name: reverse(f"training:{name}") for name in plain.split()}
    named |= {name: of(session, name) for name in ("session-book", "session-keep", "session-cancel")}
    named |= {name: reverse(f"engagement:{name}") for name in ("note", "theme-add")}
    named |= {f"library {name}": reverse(f"library:{name}") for name in ("add", "await")}
    named["raise"] = reverse("engagement:raise", args=[f"i-{school(year.side).pk}"])
    return named


def test_each_field_that_is_missing_says_its_own_words(cast):
    year = Year(cast.here)
    theme(cast.here)
    officer = pages(cast.here.officer)
    common = everywhere()
    for name, url in addresses(year).items():
        errors = officer.fill(url, status=200).errors
        assert errors, name
        assert len(set(errors)) == len(errors), f"{name}: {errors}"
        assert not common & set(errors), f"{name}: {common & set(errors)}"

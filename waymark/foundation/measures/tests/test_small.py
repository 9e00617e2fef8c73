"""Small numbers of people stay back, and no subtraction gives one back."""

from __future__ import annotations

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from waymark.foundation.measures.small import FEWEST, held_back


def test_small_numbers_are_held_back_with_a_second_one():
    assert held_back([40, 12, 3], 55) == ([40, None, None], 55)
    assert held_back([40, 12], 52) == ([40, 12], 52)
    assert held_back([4, 3], 7) == ([None, None], None)
    assert held_back([], 10) == ([], 10)
    assert held_back([], 9) == ([], None)


def test_noughts_alone_and_nines_alone_would_say_what_they_are():
    assert held_back([30, 0, 0], 30) == ([None, None, None], 30)
    assert held_back([9, 9, 30], 48) == ([None, None, None], 48)


@given(st.lists(st.integers(0, 25), min_size=1, max_size=4))
def test_whoever_subtracts_finds_no_small_part(parts):
    shown, whole = held_back(parts, sum(parts))
    assert all(part is None or part >= FEWEST for part in shown)
    hidden = [part for part, said in zip(parts, shown, strict=True) if said is None]
    if whole is None or not hidden:
        return
    left = whole - sum(part for part in shown if part is not None)
    could = [tried for tried in product(range(left + 1), repeat=len(hidden)) if sum(tried) == left]
    for at, part in enumerate(hidden):
        assert part >= FEWEST or len({tried[at] for tried in could}) > 1

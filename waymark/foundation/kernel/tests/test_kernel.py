from __future__ import annotations

from datetime import date
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waymark.foundation.kernel import references, text, working_days
from waymark.foundation.kernel.refusals import NotNow
from waymark.foundation.kernel.transitions import Move, StateTable

DAYS = st.dates(min_value=date(2020, 1, 1), max_value=date(2035, 12, 31))


class Light(StrEnum):
    RED = "red"
    GREEN = "green"
    OUT = "out"


MOVES = (Move("go", Light.RED, Light.GREEN, "p"), Move("stop", Light.GREEN, Light.RED, "p"))


def test_a_reference_reads_back_however_it_was_typed():
    made = references.new_reference(references.Letter.REFERRAL)
    assert references.read_reference(made.lower().replace("-", " ", 0)) == made
    assert references.read_reference(f" {made} ") == made
    assert references.read_reference(made.replace("0", "O").replace("1", "I")) == made


@given(st.integers(0, 9), st.sampled_from(references.ALPHABET))
def test_one_wrong_character_in_a_reference_is_found(place: int, wrong: str):
    made = references.new_reference(references.Letter.REFERRAL)
    body = made[2:].replace("-", "")
    changed = body[:place] + wrong + body[place + 1 :]
    expected = made if changed == body else None
    assert references.read_reference("R-" + changed) == expected


def test_every_letter_is_one_that_is_not_misheard_and_reads_back():
    assert {char for letter in references.Letter for char in letter.value} <= set(references.ALPHABET)
    for letter in references.Letter:
        made = references.new_reference(letter)
        assert references.read_reference(made.lower()) == made and made.startswith(f"{letter.value}-")


@pytest.mark.parametrize(
    "typed", ["", "R", "R-", "12-34567-89012", "R-UUUUU-UUUU", "\x00", "R-7K2M9-QXD4C-7", "RR-00000-00000"]
)
def test_what_cannot_be_a_reference_is_none(typed: str):
    assert references.read_reference(typed) is None


@given(DAYS, st.integers(1, 40))
def test_working_days_count_back_to_what_was_added(day: date, count: int):
    end = working_days.add_working_days(day, count)
    assert working_days.is_working_day(end)
    assert working_days.working_days_between(day, end) == count


def test_bank_holidays_differ_by_nation():
    second_of_january = date(2026, 1, 2)
    assert working_days.is_working_day(second_of_january, "england")
    assert not working_days.is_working_day(second_of_january, "scotland")
    assert working_days.add_working_days(date(2026, 4, 2), 1) == date(2026, 4, 7)  # over Easter


@given(DAYS, st.integers(1, 20))
def test_negative_working_days_go_back(day: date, count: int):
    back = working_days.add_working_days(day, -count)
    assert working_days.is_working_day(back)
    assert working_days.working_days_between(back, day) == count - (not working_days.is_working_day(day))


@pytest.mark.parametrize("typed", ["a\x00b", "a\x07", "a\x7f", "\ud800", "a\x1b[0m"])
def test_control_characters_are_refused(typed: str):
    with pytest.raises(text.Unclean) as refused:
        text.clean_words(typed)
    assert refused.value.code == "control"


@pytest.mark.parametrize("mark", sorted(text.BIDI))
def test_marks_that_turn_the_reading_direction_are_refused(mark: str):
    with pytest.raises(text.Unclean) as refused:
        text.clean_line(f"Sam{mark}Ali")
    assert refused.value.code == "bidi"


def test_lines_keep_their_words_and_lose_their_odd_spaces():
    assert text.clean_line("  Siân\u00a0 \t O’Brien ") == "Siân O’Brien"
    assert text.clean_words("one\r\ntwo\u2028three ") == "one\ntwo\nthree"
    assert text.clean_line("na\u0308ive") == "näive"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Siân", "sian"),
        ("O’Brien", "OBRIEN"),
        ("O'Brien", "O`Brien"),
        ("Łukasz", "lukasz"),
        ("Smith-Jones", "smith  jones"),
        ("Nguyễn", "nguyen"),
        ("Strauß", "STRAUSS"),
        ("Øystein Ðorð", "oystein dord"),
    ],
)
def test_folding_makes_spellings_of_one_name_alike(one: str, other: str):
    assert text.fold(one) == text.fold(other)


@given(st.text())
def test_folding_twice_changes_nothing(typed: str):
    assert text.fold(text.fold(typed)) == text.fold(typed)


def test_a_state_table_refuses_faults():
    with pytest.raises(ValueError, match="final"):
        StateTable("light", Light, Light.RED, MOVES, frozenset({Light.RED}))
    with pytest.raises(ValueError, match="no move leaves"):
        StateTable("light", Light, Light.RED, MOVES)
    with pytest.raises(ValueError, match="does not exist"):
        StateTable("light", Light, Light.RED, (*MOVES, Move("x", "blue", "red", "p")), frozenset({Light.OUT}))


def test_a_state_table_moves_only_where_it_says():
    table = StateTable("light", Light, Light.RED, MOVES, frozenset({Light.OUT}))

    class Lamp:
        state = "red"

    lamp = Lamp()
    table.move(lamp, "go")
    assert lamp.state == "green"
    with pytest.raises(NotNow):
        table.move(lamp, "go")
    assert "red --> green: go" in table.diagram()
    assert table.pairs() == {("red", "green"), ("green", "red")}

"""The invented pairs: one person on record, and the same one written down again with one of twelve kinds of error.

Deterministic from a seed. Names and their variants come from `traditions`, letters and dates are spoilt at random.
"""

from __future__ import annotations

import random
import string
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from bench.matching import traditions
from bench.matching.files import Row
from bench.matching.sets import SEED, Set
from waymark.foundation.kernel.text import fold

Spoil = Callable[["Maker", Row], Row]


class Maker:
    """Draws people and spoils them."""

    def __init__(self, seed: int) -> None:
        self.draw = random.Random(seed)
        self.names = traditions.read()

    def person(self, key: str, tradition: str) -> Row:
        forenames, surnames = self.names[tradition]
        first = self.draw.choice(forenames)[0]
        if self.draw.random() < 0.25:
            first += " " + self.draw.choice(forenames)[0]
        born = date(1950, 1, 1) + timedelta(days=self.draw.randrange(365 * 68))
        return Row(
            key, first, self.draw.choice(surnames)[0], "", born.isoformat(), self.postcode(), self.place()
        )

    def postcode(self) -> str:
        letters = "ABDEFGHJLNPQRSTUWXYZ"
        pick = self.draw.choice
        area = f"{pick(['WS', 'WV', 'ST', 'SW', 'B'])}{self.draw.randrange(1, 20)}"
        return f"{area} {self.draw.randrange(1, 10)}{pick(letters)}{pick(letters)}"

    def place(self) -> str:
        return f"School {self.draw.randrange(300)}"

    def variant(self, written: str, part: int) -> str:
        """Another way of writing each word of it that the lists know; the same when they know none."""
        known = {
            names[0]: names[1:] for both in self.names.values() for names in both[part] if len(names) > 1
        }
        if written in known:
            return self.draw.choice(known[written])
        return " ".join(self.draw.choice(known[word]) if word in known else word for word in written.split())

    def typed(self, word: str) -> str:
        """One letter wrong: left out, doubled, another one, or two the other way round."""
        if len(word) < 3:
            return word + self.draw.choice(string.ascii_lowercase)
        at = self.draw.randrange(1, len(word) - 1)
        letter = self.draw.choice(string.ascii_lowercase)
        return self.draw.choice([
            word[:at] + word[at + 1 :], word[:at] + word[at] + word[at:], word[:at] + letter + word[at + 1 :],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        ])  # fmt: skip

    def moved(self, row: Row) -> Row:
        """Half of them have moved, a third have another school."""
        if self.draw.random() < 0.5:
            row = replace(row, postcode=self.postcode() if self.draw.random() < 0.7 else "")
        return replace(row, institution=self.place()) if self.draw.random() < 0.35 else row


def forename(m: Maker, r: Row) -> Row:
    return m.moved(replace(r, forenames=m.variant(r.forenames, 0)))


def surname(m: Maker, r: Row) -> Row:
    return m.moved(replace(r, surname=m.variant(r.surname, 1)))


def both_names(m: Maker, r: Row) -> Row:
    return forename(m, replace(r, surname=m.variant(r.surname, 1)))


def swapped(m: Maker, r: Row) -> Row:
    return m.moved(replace(r, forenames=m.variant(r.surname, 1), surname=r.forenames))


def spaces(m: Maker, r: Row) -> Row:
    """Accents gone, hyphens and spaces gone or changed, all in one field."""
    one = f"{r.forenames} {r.surname}".replace("-", m.draw.choice(["", " ", "-"])).replace(
        "’", m.draw.choice(["", " ", "'"])
    )
    return m.moved(replace(r, forenames="", surname=m.draw.choice([one.upper(), fold(one), one])))


def one_letter(m: Maker, r: Row) -> Row:
    part = m.draw.choice(["forenames", "surname"])
    return m.moved(replace(r, **{part: m.typed(getattr(r, part))}))


def two_letters(m: Maker, r: Row) -> Row:
    return m.moved(replace(r, forenames=m.typed(r.forenames), surname=m.typed(r.surname)))


def day_month(m: Maker, r: Row) -> Row:
    year, month, day = r.born.split("-")
    born = f"{year}-{day}-{month}" if int(day) <= 12 else f"{year}-{month}-{(int(day) % 28) + 1:02}"
    return surname(m, replace(r, born=born))


def one_digit(m: Maker, r: Row) -> Row:
    at = m.draw.choice([3, 6, 9])
    for _try in range(40):
        digits = r.born[:at] + m.draw.choice("0123456789") + r.born[at + 1 :]
        try:
            date.fromisoformat(digits)
        except ValueError:
            continue
        if digits != r.born:
            return forename(m, replace(r, born=digits))
    return forename(m, r)


def year_only(m: Maker, r: Row) -> Row:
    return forename(m, replace(r, born=r.born[:4]))


def no_birth(m: Maker, r: Row) -> Row:
    """Nothing but a name as somebody wrote it, and the household or the school."""
    kept = replace(r, born="", surname=m.variant(r.surname, 1))
    return replace(kept, institution="") if m.draw.random() < 0.5 else replace(kept, postcode="")


def shortened(m: Maker, r: Row) -> Row:
    """An initial, a middle name that is left out, a title."""
    first, *more = r.forenames.split()
    title = m.draw.choice(["", "Mr ", "Ms ", "Dr "])
    return m.moved(replace(r, forenames=title + (first if more else first[:1]), surname=r.surname))


KINDS: dict[str, Spoil] = {
    "forename in another way": forename, "surname in another way": surname, "both in another way": both_names,
    "parts swapped": swapped, "spaces, hyphens, accents, one field": spaces, "one letter": one_letter,
    "a letter in both": two_letters,
    "day and month swapped": day_month, "one digit of the birth date": one_digit, "year only": year_only,
    "no birth date": no_birth, "initial, title, middle name": shortened,
}  # fmt: skip


def pairs(each: int = 20, others: int = 12_000, seed: int = SEED) -> Set:
    """`each` pairs of every kind in every tradition, among `others` who are nobody of them."""
    maker = Maker(seed)
    people, queries, truth, group = [], [], {}, {}
    for tradition in maker.names:
        for kind, spoil in KINDS.items():
            for _each in range(each):
                person = maker.person(f"P{len(people)}", tradition)
                query = replace(spoil(maker, person), key=f"Q{len(queries)}")
                people.append(person)
                queries.append(query)
                truth[query.key] = frozenset([person.key])
                group[query.key] = (tradition, kind, "table" if _known(person, query) else "apart")
    everywhere = list(maker.names)
    people += [maker.person(f"P{len(people) + n}", maker.draw.choice(everywhere)) for n in range(others)]
    return Set("Invented", people, queries, truth, group)


FAMILIES = Path(__file__).parents[2] / "waymark/pathway/people/data/name_families.csv"


def _known(person: Row, query: Row) -> bool:
    """Whether every changed word stands in a family of the search’s table with a word of the other side."""
    mine, theirs = (set(fold(f"{r.forenames} {r.surname}").split()) for r in (person, query))
    return all(any({a, b} <= family for family in _families() for b in theirs) for a in mine - theirs)


_FOUND: list[set[str]] = []


def _families() -> list[set[str]]:
    if not _FOUND:
        lines = FAMILIES.read_text(encoding="utf-8").splitlines()[1:]
        _FOUND.extend(set(line.split(",")[3].split()) for line in lines)
    return _FOUND

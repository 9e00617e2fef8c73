"""Does a text look as if it named a child? Free text about training must not: it stops, and says what it saw.

Source: fact sheet on delivery, section 8 item 75. It looks for how people write of a child (“a pupil called …”, “…,
aged 14”, a date of birth, a pupil number), not for names: a list of names would know some children and not others.
"""

from __future__ import annotations

import re

ONE = r"[A-Z][a-z’'-]{1,20}"
TWO = rf"{ONE} {ONE}"
WHO = r"(?:pupil|student|child|boy|girl|son|daughter|learner|young person)"
# “Hill Primary, Year 6” is a school and a class, and names nobody.
PLACES = re.compile(
    r"\b(?:Academy|All|Centre|Church|College|Early|Federation|Grammar|High|Infant|Junior|Key|Nursery|Park|Primary|"
    r"Saints?|School|Secondary|Sixth|Stage|St|Trust)\b"
)
LOOKS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?i:{WHO}s?),? (?:is |was |who is )?(?:called|named) {ONE}",
        rf"\b{WHO},? {TWO}\b",
        rf"\b{TWO},? ?\(?(?:who is |is )?(?:in |from )?(?:aged? \d|[Yy]ear \d|\d{{1,2}} years? old)",
        r"\b(?i:dob|d\.o\.b\.?|date of birth|born on)[: ]{0,3}\d{1,2}[ /.-]",
        r"\b[A-HJ-NP-RT-Z]\d{11}[0-9A-HJ-NP-RT-Z]\b",
    )
)


def looks_like_one(text: str) -> str:
    """What looks like it, as it was written; empty where nothing does."""
    for pattern in LOOKS:
        for match in pattern.finditer(text):
            if not PLACES.search(match[0]):
                return match[0]
    return ""

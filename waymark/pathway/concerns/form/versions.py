"""The register of versions: the newest is asked, an older one is read with its own questions."""

from __future__ import annotations

from .asking import Version
from .version_1 import VERSION_1

VERSIONS: dict[int, Version] = {VERSION_1.number: VERSION_1}


def newest() -> Version:
    return VERSIONS[max(VERSIONS)]


def of(number: int) -> Version:
    """The version of that number. KeyError when there never was one."""
    return VERSIONS[number]


def differences(old: Version, new: Version) -> list[tuple[str, str, str]]:
    """What changed: (page, question, `added`, `removed` or `changed`), in the order of the new version."""
    before = {(p.code, q.code): q for p in old.pages for q in p.questions}
    after = {(p.code, q.code): q for p in new.pages for q in p.questions}
    found = [
        (*key, "added" if key not in before else "changed")
        for key, q in after.items()
        if before.get(key) != q
    ]
    return found + [(*key, "removed") for key in before if key not in after]

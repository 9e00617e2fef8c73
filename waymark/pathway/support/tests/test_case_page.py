"""The page of a case tells of support twice, in its section and in its timeline, and reads it once."""

from __future__ import annotations

import pytest

from waymark.pathway.channel import beside
from waymark.pathway.support import queries, risks_shown, section, told

from .walks import SupportWalk


@pytest.mark.django_db
def test_the_timeline_reads_nothing_that_the_section_has_read(cast, django_assert_num_queries):
    walk = SupportWalk(cast.here)
    walk.adopted(surname="Supportedly").under_way().said("We met.").provided().funded()
    walk.weighed()
    with walk.acting("coordinator") as by:
        case = walk.case
        section.support(by, case)
        risks_shown.section(by, case)
        with django_assert_num_queries(0):
            shown = list(told.events(case))
        assert shown == list(told.events(walk.case)) and len(shown) > 6
        # Who looks anew sees what has been done since: what is kept belongs to one case of one page.
        assert beside.once(walk.case, queries.of) is not beside.once(case, queries.of)

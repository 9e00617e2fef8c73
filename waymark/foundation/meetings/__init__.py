"""Meetings: when and where, the file for people’s calendars, who came.

For every room that meets: a panel, a board. What is talked about, who is asked to come and who may arrange it are the
affair of the room above, which makes the meeting with its own grants. Must never hold: a name or a case in a title.

    planning.plan(by=by, at=at, authority_id=…, grants=[…], keepers=[…], when=When(…))        in an action of the room
    attending.mark(by=by, at=at, meeting=meeting, marks=[Mark(for_id=seat.pk, …)])
    calendar_file.of(meeting, link=…)                                                         what a calendar reads
"""

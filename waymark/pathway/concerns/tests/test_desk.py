"""What is sent arrives at one desk; without one, nothing is sent and nothing is lost."""

from __future__ import annotations

import pytest

from waymark.pathway.concerns import desk
from waymark.pathway.concerns.actions import adding, sending
from waymark.pathway.concerns.models import AddedInformation, Draft, Submission

from .form_walks import sent, whole


@pytest.fixture
def deserted(monkeypatch):
    def leave() -> None:
        monkeypatch.setattr(desk, "_TAKEN", [])

    return leave


def test_only_one_part_receives():
    taken = desk.in_charge()
    desk.take(taken)
    with pytest.raises(ValueError, match="one part only"):
        desk.take(desk.Desk(receive=print, hear_more=print))
    assert desk.in_charge() is taken


def test_nothing_is_sent_to_an_empty_desk(cast, deserted):
    with cast.here.acting("nurse") as nurse:
        draft = whole(nurse)
        deserted()
        with pytest.raises(LookupError, match="nobody receives"):
            sending.send(by=nurse, draft=draft)
        assert Draft.objects.get(pk=draft.pk).state == "writing"
        assert not Submission.objects.exists()


def test_nothing_is_added_at_an_empty_desk(cast, deserted):
    with cast.here.acting("nurse") as nurse:
        submission = sent(nurse)
        deserted()
        with pytest.raises(LookupError, match="nobody receives"):
            adding.add_information(by=nurse, submission=submission, words="They said it again.")
        assert not AddedInformation.objects.exists()

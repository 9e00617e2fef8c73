"""A request for own data as the tests need it, by the deeds that people would do."""

from __future__ import annotations

from typing import Any, Self

from tests.cast import Side
from waymark.foundation.kernel import clock
from waymark.oversight.stewardship.actions import deciding, gathering, recording, releasing
from waymark.oversight.stewardship.models import Gathering, Item, Request

ASKED = {"asker": "self", "about": "A person of the tests", "answer_to": "1 High Street, AB1 2CD"}


class Asked:
    """One request of one side: `Asked(cast.here).identified().gathered(reference).decided().ready().released()`."""

    def __init__(self, side: Side, **given: Any) -> None:
        self.side = side
        with side.acting("ig_lead") as by:
            said = ASKED | {"received_on": clock.today()} | given
            self.pk = recording.record(by=by, authority_id=side.authority.pk, **said).pk

    @property
    def request(self) -> Request:
        """As the present context sees it."""
        return Request.objects.get(pk=self.pk)

    def identified(self, **given: Any) -> Self:
        said = {"seen_on": clock.today(), "how": "Passport, seen at the desk", "had_to_ask": False} | given
        return self.done(recording.see_identity, "ig_lead", **said)

    def gathered(self, reference: str, who: str = "lead") -> Self:
        """Asked for, and done as the queue would."""
        self.done(gathering.ask, who, reference=reference)
        with self.side.acting(who):
            waits = Gathering.objects.get(request_id=self.pk, made_at=None, failed_at=None)
        gathering.make_as_asker(waits.pk, self.side.authority.pk)
        return self

    def decided(self, who: str = "lead", **given: Any) -> Self:
        """Every item that they gathered and nobody decided: given, unless said otherwise."""
        said = {"decision": "give", "reason": "They know this already."} | given
        with self.side.acting(who) as by:
            for item in Item.objects.filter(
                request_id=self.pk, decision="", gathered_by__contains=[by.user_id]
            ):
                deciding.decide(by=by, item=item, version=item.version, **said)
        return self

    def ready(self, who: str = "lead") -> Self:
        return self.done(releasing.ask, who)

    def released(self, who: str = "ig_lead") -> Self:
        return self.done(releasing.release, who)

    def handed_over(self) -> Self:
        """All of it: decided, released, handed over."""
        self.decided().ready().released()
        with self.side.acting("ig_lead") as by:
            releasing.hand_over(by=by, request=self.request, how="post", on=clock.today())
        return self

    def done(self, action: Any, who: str, **said: Any) -> Self:
        with self.side.acting(who) as by:
            held = self.request
            action(by=by, request=held, version=held.version, **said)
        return self

    def item(self, kind: str, who: str = "lead") -> Item:
        with self.side.acting(who):
            found = Item.objects.filter(request_id=self.pk, kind=kind).select_related("request").first()
            assert found is not None, kind
            assert found.words
            return found

"""Somebody asks the council of Westmarch what it holds about them: gathered, and half decided. Nobody exists."""

from __future__ import annotations

from waymark.foundation.kernel import clock
from waymark.oversight.stewardship.actions import deciding, gathering, recording
from waymark.oversight.stewardship.models import Item
from waymark.pathway.channel.models import Case
from waymark.pathway.people import queries

from .telling import Teller

ADDRESS = "14 Millbeck Lane, Westmarch"


def tell(teller: Teller) -> None:
    """The person of the oldest Channel case. What tells of others waits, and two items are decided."""
    with teller.acting("lead", 8):
        case = Case.objects.select_related("referral__person").order_by("opened_at", "pk")[0]
        name, reference = queries.main_name(case.referral.person), case.reference
    with teller.acting("ig_lead", 8) as by:
        request = recording.record(
            by=by, authority_id=teller.places.authority.pk, asker="self", about=name, answer_to=ADDRESS,
            received_on=clock.today(),
        )  # fmt: skip
    with teller.acting("ig_lead", 7) as by:
        request = recording.see_identity(
            by=by, request=request, version=request.version, seen_on=clock.today(), how="Passport, at the desk",
            had_to_ask=False,
        )  # fmt: skip
    with teller.acting("lead", 6) as by:
        waits = gathering.ask(by=by, request=request, version=request.version, reference=reference)
    with teller.back(6):
        gathering.make_as_asker(waits.pk, waits.authority_id)
    with teller.acting("lead", 5) as by:
        for item in Item.objects.filter(request=request, others=False)[:2]:
            deciding.decide(by=by, item=item, version=item.version, decision="give")

"""Two people complain to the council of Westmarch: one has an answer, one waits for it. Nobody exists."""

from __future__ import annotations

from waymark.foundation.kernel import clock
from waymark.oversight.complaints.actions import answering
from waymark.oversight.complaints.models import About, Outcome

from .telling import Teller


def tell(teller: Teller) -> None:
    authority_id = teller.places.authority.pk
    with teller.acting("lead", 40) as by:
        old = answering.record(
            by=by, authority_id=authority_id, about=About.TRAINING, received_on=clock.today(),
            words="The training was moved twice, and nobody told us.",
        )  # fmt: skip
    with teller.acting("lead", 33) as by:
        old = answering.answer(
            by=by, complaint=old, version=old.version, outcome=Outcome.UPHELD, answered_on=clock.today(),
            answer="That is right. We write to everybody now when a session is moved.",
            learnt="Whoever moves a session writes to all who booked.",
        )  # fmt: skip
    with teller.acting("ig_lead", 4) as by:
        new = answering.record(
            by=by, authority_id=authority_id, about=About.REFERRAL, received_on=clock.today(),
            words="A referral was made about my son, and nobody spoke to us first.",
        )  # fmt: skip
        answering.note_stacu(by=by, complaint=new, version=new.version, stacu_reference="STACU/DEMO/1")

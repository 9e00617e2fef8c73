"""Reviews: is it still necessary to keep this? Asked each year of the record owner. Erasing is the plain answer."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.loading import lock
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import Incomplete, NotNow, Refusal
from waymark.foundation.kernel.sentences import is_sentence
from waymark.foundation.ledger.deeds import deed
from waymark.foundation.retention import lives, policies
from waymark.foundation.retention.models import Life, Review

TASK = "retention.review"
# Unanswered for so long, whoever governs information is told.
PATIENCE = timedelta(days=30)


@deed("retention.ask-review")
def ask(*, by: Actor, at: datetime, life: Life) -> Review:
    """A review of one record, with its task. The record owner answers; unanswered, it escalates after 30 days."""
    lived = lives.find(life.kind)
    owner = lived.owner.format(authority=life.authority_id)
    governs = f"authority:{life.authority_id}:retention"
    review = Review.objects.create(
        authority_id=life.authority_id,
        grants=list(dict.fromkeys([owner, governs, life.system_grant()])),
        life_key=life.pk,
        kind=life.kind,
        record_id=life.record_id,
        due_on=life.review_on,
        asked_on=clock.uk_date(at),
    )
    lives.asking().ask(TASK, about=review, to=owner, by=by, at=at, due_on=review.asked_on + PATIENCE)
    return review


@deed("retention.review")
def answer(
    *,
    by: Actor,
    at: datetime,
    review: Review,
    version: int,
    decision: str,
    reason: str,
    keep_until: date | None = None,
) -> Review:
    """Erase, or keep until a day with a reason. The database cuts a day beyond the ceiling; here it is refused."""
    review = lock(review, version)
    policies.review(by, review).require()
    if review.decision:
        raise NotNow(_("This review has been answered already."))
    if not is_sentence(reason):
        raise Incomplete(_("Give the reason in at least one whole sentence."), field="reason")
    if decision not in Review.Decision.values:
        raise Refusal(_("Choose whether it is erased or kept."), field="decision")
    review.decision, review.reason = decision, reason
    review.keep_until = _until(review, keep_until, at) if decision == Review.Decision.KEEP else None
    review.decided_by_id, review.decided_on = by.user_id, clock.uk_date(at)
    review.save_next("decision", "reason", "keep_until", "decided_by", "decided_on")
    lives.asking().done(TASK, about=review, by=by, at=at)
    return review


def _until(review: Review, day: date | None, at: datetime) -> date:
    life = Life.objects.filter(pk=review.life_key).first()
    if day is None or day <= clock.uk_date(at):
        raise Refusal(_("Give a day in the future until which it is kept."), field="keep_until")
    if life is None or (life.ceiling_on and day > life.ceiling_on):
        raise Refusal(_("This is later than the longest time such a record may be kept."), field="keep_until")
    return day

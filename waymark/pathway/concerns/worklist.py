"""What waits for whoever writes a referral, and for their safeguarding lead. No line names anybody."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.retention.classes import CLASSES
from waymark.foundation.tasks.beside import Left

from .models import Draft
from .permissions import Permission
from .states import DraftState

# What is to be done with a draft in each state, and where.
WAITS = {
    DraftState.WRITING: (_("Finish a referral that you began"), "concerns:draft"),
    DraftState.RETURNED: (_("Change a referral that was given back to you"), "concerns:draft"),
    DraftState.WITH_DSL: (_("Decide whether a referral is sent"), "concerns:approve"),
}


def drafts_left(actor: Actor) -> Iterator[Left]:
    """One’s own drafts that are not sent, and those that one decides on. Each is erased when nobody touches it."""
    mine, asked = Q(pk__in=[]), Q(pk__in=[])
    if actor.user_id and actor.may(Permission.REFER):
        mine = Q(author_user_id=actor.user_id, state__in=(DraftState.WRITING, DraftState.RETURNED))
    if actor.may(Permission.APPROVE):
        leads = [f"organisation:{pk}:dsl" for pk in actor.organisations]
        held = [grant for grant in leads if actor.holds(grant)]
        asked = Q(state=DraftState.WITH_DSL, grants__meets=held)
    kept = CLASSES["draft-referral"].erased_after
    if kept is None or not actor.may(Permission.REFER):
        return
    found = Draft.objects.visible_to(actor).filter(mine | asked)
    for key, state, edited_at in found.values_list("pk", "state", "last_edited_at"):
        sentence, page = WAITS[DraftState(state)]
        yield Left(sentence, reverse(page, args=[key]), kept.after_moment(edited_at))

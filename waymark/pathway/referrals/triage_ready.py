"""What triage declares to the parts below when the server starts. Called in AppConfig.ready."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from waymark.foundation import tasks
from waymark.foundation.accounts.actions.disabling import when_disabled
from waymark.foundation.interface import navigation
from waymark.pathway.people import whereabouts

from . import retention_triage, worklist
from .permissions import Permission


def ready() -> None:
    from . import people_shown  # it needs models too
    from .actions import leading  # actions need models, which are there by now

    retention_triage.declare_retention()
    tasks.declare(*worklist.KINDS)
    tasks.declare_clock(*worklist.CLOCKS)
    when_disabled(leading.when_lead_leaves)
    whereabouts.offer(people_shown.referral_links)
    navigation.add("referrals", "referrals:triage-queue", _("Referrals"), Permission.QUEUE)
    navigation.add("police", "referrals:triage-police-list", _("Police assessment"), Permission.POLICE_READ)
    navigation.add("asked", "referrals:triage-asked", _("Asked of us"), Permission.ANSWER_REQUEST)

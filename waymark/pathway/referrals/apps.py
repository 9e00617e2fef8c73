from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReferralsConfig(AppConfig):
    name = "waymark.pathway.referrals"
    label = "referrals"

    def ready(self) -> None:
        from waymark.foundation import tasks
        from waymark.foundation.access import glass, permissions
        from waymark.foundation.accounts.actions.disabling import when_disabled
        from waymark.foundation.interface import navigation
        from waymark.pathway.concerns import desk
        from waymark.pathway.people import whereabouts
        from waymark.pathway.people.actions.changing import when_birth_changed

        from . import destinations, documents, measures, messages, own_data, people_shown, retention, worklist
        from .actions import leading, receiving
        from .permissions import SENTENCES, Permission

        permissions.declare(Permission, SENTENCES)
        measures.declare()
        messages.declare_messages()
        retention.declare_retention()
        own_data.declare()
        documents.declare()
        destinations.declare_list()
        tasks.declare(*worklist.KINDS)
        tasks.declare_clock(*worklist.CLOCKS)
        when_disabled(leading.when_lead_leaves)
        glass.before_interest(leading.before_interest)
        when_birth_changed(receiving.age_anew)
        whereabouts.offer(people_shown.referral_links)
        whereabouts.offer_sealed(people_shown.sealed_links)
        glass.declare(glass.Kind("referrals.referral", _("Referral"), "referrals:triage-record"))
        desk.take(receiving.DESK)
        navigation.add("referrals", "referrals:triage-queue", _("Referrals in triage"), Permission.QUEUE)
        navigation.add("asked", "referrals:triage-asked", _("Asked of us"), Permission.ANSWER_REQUEST)

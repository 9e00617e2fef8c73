from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from waymark.foundation.interface import navigation
from waymark.foundation.interface.doors import mark_all_of


class HomeConfig(AppConfig):
    name = "waymark.home"
    label = "home"

    def ready(self) -> None:
        from waymark.foundation.access import doors, roles
        from waymark.foundation.accounts import mailing, timing
        from waymark.foundation.ledger import reads
        from waymark.foundation.outbox.actions.adopting import keep_letter
        from waymark.foundation.outbox.permissions import Permission as Outbox

        from . import dangerous, glass, keeping, looks_ready, reference, reminders, sitting, spillage
        from .page_words import PAGES
        from .roles import ROLES

        roles.declare(ROLES)
        looks_ready.declare()
        reminders.declare()
        glass.declare()
        keeping.declare()
        reference.declare()
        spillage.declare()
        for room in (*spillage.ROOMS, "complaints", "purging", "stewardship"):
            mark_all_of(room)
        reads.say(PAGES)
        mailing.deliver_with(keep_letter)
        doors.widest(dangerous.WIDEST)
        timing.shorter_idle(sitting.of_administrators)
        navigation.add("work", "home:my-day", _("My day"), None, first=True)
        navigation.add("people", "home:members", _("People and roles"), "access.members-manage")
        navigation.add("people", "home:service", _("How the service does"), Outbox.SEE_QUEUE)
        navigation.add("people", "home:roles", _("Roles"), "access.roles-read")
        navigation.add("glass", "glass:listing", _("Break-glass"), "access.glass-list")
        navigation.add("people", "recovery:listing", _("Helping people back in"), "access.vouch")
        navigation.add("ledger", "home:ledger", _("Ledger"), "access.ledger-read")
        _groups()


def _groups() -> None:
    """How the menu of those with many pages is grouped: this is the one place that knows all of them."""
    navigation.group(_("My day"), "work")
    navigation.group(_("Referrals"), "referrals", "triage", "asked")
    navigation.group(_("Channel"), "police", "panel", "channel", "support")
    navigation.group(_("Training"), "training", "mine")
    navigation.group(_("Reports"), "reports")
    navigation.group(_("Data and rights"), "rights", "retention", "glass", "ledger")
    navigation.group(_("Directory"), "places")
    navigation.group(_("Settings"), "people")

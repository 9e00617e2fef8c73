"""What the evidence for the annual Channel assurance statement is made of: the figures of a year that a panel has to be
able to show (fact sheet on Channel, section 7). The control table of the statement itself was not readable."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from .parts import Grid, Part

DECIDED, NOT_ADOPTED = "channel.decided", "channel.not_adopted"
# Numbers on a day, of which one and the moves between give the other: they stay inside the house.
NEVER_RELEASED = frozenset({"channel.at_start", "channel.at_end"})
# What one figure says, another says too: the whole of the first is one group of the second.
SAME = ((NOT_ADOPTED, (DECIDED, "outcome", "not_adopt")),)

CHANNEL = (
    Part(
        "meetings", _("Panel meetings"),
        ("panel.panels", "panel.terms", "panel.called", "panel.meetings", "panel.places", "panel.present"),
        (
            Grid(_("Meetings by kind of panel"), _("Kind of panel"), "kind", ("panel.meetings",)),
            Grid(_("Who came, by agency"), _("Agency"), "sector", ("panel.places", "panel.present")),
        ),
        listed=True,
    ),
    Part(
        "referrals", _("Referrals"),
        ("referrals.received", "referrals.again", "referrals.decided", "referrals.redirected", "channel.referred"),
        (Grid(_("Decisions of triage"), _("Outcome"), "outcome", ("referrals.decided",)),),
        listed=True,
    ),
    Part(
        "decisions", _("What panels decided"),
        ("channel.discussed", DECIDED, NOT_ADOPTED, "channel.dissents", "channel.held", *sorted(NEVER_RELEASED)),
        (
            Grid(_("Decisions by outcome"), _("Outcome"), "outcome", (DECIDED,)),
            Grid(_("How it was decided"), _("Method"), "method", (DECIDED,)),
            Grid(_("Not adopted: where it went"), _("Referred to"), "care_with", (NOT_ADOPTED,)),
            Grid(_("Not adopted: what came of it"), _("Result"), "care_result", (NOT_ADOPTED,)),
            Grid(_("Who did not agree"), _("Agency"), "sector", ("channel.dissents",)),
        ),
        listed=True,
    ),
    Part(
        "consent", _("Consent"), ("consent.asked", "consent.withdrawn", "consent.reassessed"),
        (
            Grid(_("What was answered"), _("Answer"), "answer", ("consent.asked",)),
            Grid(_("Looked at again without consent"), _("In time or late"), "done", ("consent.reassessed",)),
        ),
        listed=True,
    ),
    Part(
        "support", _("Support"), ("support.plans", "support.sessions", "support.reports", "support.overdue"),
        (
            Grid(_("Sessions held"), _("Held or not"), "state", ("support.sessions",)),
            Grid(_("Reports of providers in time"), _("In time or late"), "done", ("support.reports",)),
        ),
        listed=True,
    ),
    Part(
        "ends", _("The end of support, and after"),
        ("exits.ended", "exits.reviews", "channel.reopened", "exits.away", "exits.here"),
        (
            Grid(_("Why support ended"), _("Reason"), "reason", ("exits.ended",)),
            Grid(_("Who goes on helping"), _("Destination"), "destination", ("exits.ended",)),
            Grid(_("Reviews in time"), _("In time or late"), "done", ("exits.reviews",)),
            Grid(_("Which reviews"), _("Review"), "kind", ("exits.reviews",)),
        ),
        listed=True,
    ),
    Part(
        "waits", _("How long it took, in days"), (),
        (
            Grid(
                _("Days between steps"), _("Days"), "spread",
                ("channel.wait_police", "channel.wait_panel", "consent.wait", "support.wait", "exits.wait"),
            ),
        ),
        listed=True,
    ),
)  # fmt: skip

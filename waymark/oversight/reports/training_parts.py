"""What a report on training is made of: parts, and the measures each of them shows. Rooms are named by their measures
alone, so a part shows as soon as a room declares them, and is left out until then.

T3 and T4 of the fact sheet on delivery, section 7.2: sessions, attendances, people, institutions by audience; N% of M.
"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from .parts import Grid, Part

SESSIONS, ATTENDANCES = "training.sessions", "training.attendances"
PEOPLE, INSTITUTIONS = "training.people", "training.institutions"
SUPPORTED, SUPPORTED_CAME = "training.supported-sessions", "training.supported-attendances"
IN_SCOPE, IN_SCOPE_TRAINED = "training.in-scope", "training.in-scope-trained"
NEEDED, IN_DATE = "training.needed", "training.in-date"
COUNCILLORS, INDUCTED, INDUCTIONS = (
    "training.councillors",
    "training.councillors-inducted",
    "training.inductions",
)
TO_REACH, REACHED, NEVER = "reach.institutions_in_scope", "reach.institutions_reached", "reach.never_reached"
ASKED, ANSWERED, RATE = "feedback.asked", "feedback.answers", "feedback.rate"
COVERAGE = (TO_REACH, REACHED, NEVER)
FEEDBACK = "feedback"
ALL = (SESSIONS, ATTENDANCES, PEOPLE, INSTITUTIONS)

TRAINING = (
    Part(
        "held", _("Training that was held"), (SESSIONS, ATTENDANCES, SUPPORTED, SUPPORTED_CAME),
        (
            Grid(_("Training by audience"), _("Audience"), "audience", ALL, ATTENDANCES),
            Grid(_("Training by course and version"), _("Course and version"), "version", (SESSIONS, ATTENDANCES)),
            Grid(_("Who delivered it"), _("Delivered by"), "delivered_by", (SESSIONS, ATTENDANCES)),
            Grid(
                _("Supported by the council, and not among its own"), _("Delivered by"), "delivered_by",
                (SUPPORTED, SUPPORTED_CAME),
            ),
        ),
    ),
    Part(
        "people", _("Who came"), (PEOPLE, INSTITUTIONS),
        (
            Grid(_("Training by phase of the institution"), _("Phase"), "phase", (ATTENDANCES, PEOPLE, INSTITUTIONS)),
            Grid(_("How it is known who came"), _("Source"), "source", (ATTENDANCES,)),
        ),
        ((ATTENDANCES, ("known",)),),
    ),
    Part(
        "scope", _("Staff in scope"), (IN_SCOPE, IN_SCOPE_TRAINED),
        (Grid(_("Staff in scope by place"), _("Place"), "place", (IN_SCOPE, IN_SCOPE_TRAINED)),),
    ),
    Part(
        "needs", _("Who is in date with what their work needs"), (NEEDED, IN_DATE),
        (
            Grid(_("In date by course"), _("Course"), "course", (NEEDED, IN_DATE), share=(IN_DATE, NEEDED)),
            Grid(
                _("In date by role and course"), _("Role and course"), "role+course", (NEEDED, IN_DATE),
                share=(IN_DATE, NEEDED),
            ),
        ),
    ),
    Part(
        "councillors", _("Councillors and their induction"), (COUNCILLORS, INDUCTED),
        (
            Grid(
                _("Councillors by term"), _("Term"), "term", (COUNCILLORS, INDUCTED), share=(INDUCTED, COUNCILLORS)
            ),
            Grid(_("How their induction stands"), _("Term, and how it stands"), "term+stands", (INDUCTIONS,)),
        ),
    ),
    Part(
        "reach", _("Institutions reached and never reached"), COVERAGE,
        (
            Grid(_("Reach by phase"), _("Phase"), "phase", COVERAGE, REACHED),
            Grid(_("Reach by ward"), _("Ward"), "ward", COVERAGE, REACHED),
            Grid(_("Reach by trust"), _("Trust"), "trust", COVERAGE),
            Grid(_("Reach by kind of institution"), _("Kind"), "kind", COVERAGE),
        ),
    ),
    Part(
        FEEDBACK, _("What people said"), (ASKED, ANSWERED, RATE),
        (Grid(_("Feedback by occasion"), _("When"), "occasion", (ASKED, ANSWERED, RATE)),),
    ),
)  # fmt: skip

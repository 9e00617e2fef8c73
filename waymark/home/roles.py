"""The one table of roles: reviewed by the information governance lead, readable at /roles/, held by the gates."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from waymark.delivery.engagement.permissions import Permission as Engagement
from waymark.delivery.feedback.permissions import Permission as Feedback
from waymark.delivery.library.permissions import Permission as Library
from waymark.delivery.reach.permissions import Permission as Reach
from waymark.delivery.training.permissions import Permission as Training
from waymark.foundation.access.permissions import Permission as Access
from waymark.foundation.access.roles import VISITOR, Role
from waymark.foundation.directory.permissions import Permission as Directory
from waymark.foundation.importing.permissions import Permission as Imports
from waymark.foundation.lists.permissions import Permission as Lists
from waymark.foundation.measures.permissions import Permission as Measures
from waymark.foundation.outbox.permissions import Permission as Outbox
from waymark.foundation.retention.permissions import Permission as Retention
from waymark.foundation.tasks.permissions import Permission as Tasks
from waymark.foundation.vault.permissions import Permission as Documents
from waymark.home.permissions import Permission as Looks
from waymark.oversight.complaints.permissions import Permission as Complaints
from waymark.oversight.purging.permissions import Permission as Purging
from waymark.oversight.reports.permissions import Permission as Reports
from waymark.oversight.stewardship.permissions import Permission as OwnData
from waymark.pathway.channel.permissions import Permission as Channel
from waymark.pathway.concerns.permissions import Permission as Concerns
from waymark.pathway.panel.permissions import Permission as Panel
from waymark.pathway.people.permissions import Permission as People
from waymark.pathway.referrals.permissions import Permission as Referrals
from waymark.pathway.support.permissions import Permission as Support

# Whoever has an account with a role in the work reads the library of the authority.
READING = frozenset({Library.READ})
LIBRARY = "authority:{authority}:library"
TEACHING = READING | {Training.SEE, Training.TEACH, Imports.USE, Reach.SEE}
# Those who book for their own people see what is taught, and the sessions that are open to all.
BOOKING = ("authority:{authority}:open-training",)
PLANNING = TEACHING | {Training.PLAN, Feedback.QUOTE, Reach.APPROACH, Engagement.KEEP, Library.KEEP}
# Whoever writes a report sees the figures of work; those of people need more.
REPORTING = frozenset({Reports.READ, Reports.WRITE, Measures.COUNT})
# Channel figures are restricted: reports that hold them have grants of their own.
CHANNEL_FIGURES = ("authority:{authority}:channel-figures", "authority:{authority}:channel-figures-write")
REFERRER = frozenset(
    {Documents.READ_DOCUMENTS, Documents.ADD_DOCUMENTS, Concerns.ENQUIRE, Concerns.REFER, Concerns.FOLLOW}
    | {Training.BOOK}
)
TRIAGE = REFERRER | {
    Concerns.ANSWER_ENQUIRY, Referrals.QUEUE, Referrals.READ, Referrals.POLICE_READ, Referrals.TRIAGE, Referrals.DECIDE,
    People.READ, People.CHANGE, People.MATCH, People.EQUALITY_RECORD,
    Channel.READ, Channel.LEAD, Channel.CONSENT, Channel.SUPPORT, Channel.REVIEW,
    Access.GLASS_OPEN, Access.GLASS_LIST, Directory.READ, Directory.KEEP, Support.GIVE,
}  # fmt: skip
CASEWORK = frozenset(
    {"prevent_officer", "prevent_lead", "police_coordinator", "police_supervisor", "front_door"}
)
# What may be done to the case of a person: by those who arrange panels, by the lead professional, by the chair.
ON_CASES = frozenset(
    {Channel.READ, Channel.DECIDE, Channel.CONSENT, Channel.SUPPORT, Channel.REVIEW, Channel.TRANSFER}
)
AT_PANEL = frozenset({"panel_coordinator", "panel_chair", "panel_member"})
DELIVERY = frozenset({"trainer"})
# The police know best what comes from where: they ask that it goes, and the council agrees.
POLICE = frozenset(
    {
        Referrals.POLICE_READ,
        Referrals.POLICE_DECIDE,
        Referrals.ANSWER_REQUEST,
        Channel.READ,
        Purging.ASK,
        Imports.USE,
    }
)

# Whoever may be asked for an action of a support plan sees those that are theirs, while they hold the role there.
THEIR_SUPPORT = "organisation:{organisation}:support:{user}"

ROLES = (
    Role(
        VISITOR,
        _("Professional without an account"),
        _("Refers by a link sent to their work email address, and follows their own referrals."),
        _("Follow own referral"),
        REFERRER,
        BOOKING,
    ),
    Role(
        "partner",
        _("Partner professional"),
        _("A teacher, nurse or housing officer: asks for advice, refers, follows their own referrals."),
        _("Refer a concern"),
        REFERRER | READING | {Support.GIVE},
        (*BOOKING, LIBRARY, THEIR_SUPPORT),
    ),
    Role(
        "dsl",
        _("Designated safeguarding lead"),
        _("Decides whether a referral of their organisation is sent, and answers requests made to it."),
        _("Safeguarding lead of the organisation"),
        REFERRER | READING | {Concerns.APPROVE, Referrals.ANSWER_REQUEST, Support.GIVE},
        (
            "organisation:{organisation}:dsl",
            "organisation:{organisation}:requests",
            *BOOKING,
            LIBRARY,
            THEIR_SUPPORT,
        ),
    ),
    Role(
        "front_door",
        _("Front door worker"),
        _("Children’s or adults’ social care intake: answers requests and redirects made to their team."),
        _("Front door"),
        REFERRER | READING | {Referrals.ANSWER_REQUEST, Support.GIVE},
        ("organisation:{organisation}:requests", *BOOKING, LIBRARY, THEIR_SUPPORT),
    ),
    Role(
        "prevent_officer",
        _("Prevent officer"),
        _("Works on referrals in triage: checks, asks, decides."),
        _("Triage"),
        TRIAGE | PLANNING | REPORTING,
        (
            "authority:{authority}:triage",
            "authority:{authority}:named:{user}",
            THEIR_SUPPORT,
            "authority:{authority}:glass",
            "authority:{authority}:directory",
            "authority:{authority}:training",
            "authority:{authority}:training-plan",
            LIBRARY,
            "authority:{authority}:reports",
            "authority:{authority}:reports-write",
            "authority:{authority}:feedback-quotes",
        ),
        frozenset({"administrator"}),
    ),
    Role(
        "prevent_lead",
        _("Prevent lead"),
        _("Leads triage: gives referrals to people, approves closures as the second person."),
        _("Lead of triage"),
        TRIAGE
        | {Referrals.ASSIGN, Referrals.APPROVE_CLOSURE, Referrals.OVERRIDE_REQUEST, Referrals.RESTRICT}
        | {Measures.COUNT_PEOPLE, Looks.SEE_LOOKS, Access.GLASS_REVIEW, Access.VOUCH}
        | {Retention.APPROVE, Retention.REVIEW, People.ANSWER_OWNER}
        | PLANNING
        | REPORTING
        | {Reports.SIGN, Reports.APPROVE_RELEASE, OwnData.SEE, OwnData.RECORD, OwnData.PREPARE}
        | {Purging.ASK, Purging.AGREE, Lists.KEEP, Concerns.ROUTE, Tasks.SET_TIMES, Complaints.KEEP},
        (
            "authority:{authority}:triage",
            "authority:{authority}:named:{user}",
            THEIR_SUPPORT,
            "authority:{authority}:lead",
            "authority:{authority}:directory",
            "authority:{authority}:glass",
            "authority:{authority}:glass-review",
            "authority:{authority}:retention",
            "authority:{authority}:vouch",
            "authority:{authority}:training",
            "authority:{authority}:training-plan",
            LIBRARY,
            "authority:{authority}:reports",
            "authority:{authority}:reports-write",
            "authority:{authority}:reports-sign",
            *CHANNEL_FIGURES,
            "authority:{authority}:channel-figures-sign",
            "authority:{authority}:channel-figures-release",
            "authority:{authority}:feedback-quotes",
            "authority:{authority}:subject-access",
            "authority:{authority}:purge",
            "authority:{authority}:lists",
            "authority:{authority}:complaints",
        ),
        frozenset({"administrator"}),
    ),
    Role(
        "trainer",
        _("Trainer"),
        _("Teaches at training sessions and takes attendance; sees no referral."),
        _("Training"),
        TEACHING,
        ("authority:{authority}:training", LIBRARY),
        frozenset({"administrator"}),
    ),
    Role(
        "councillor",
        _("Councillor"),
        _(
            "A councillor, cabinet member or board member: reads signed reports, and nothing about any person."
        ),
        _("Reading reports"),
        READING | {Reports.READ, Reach.SEE},
        ("authority:{authority}:reports", LIBRARY),
        CASEWORK | {"administrator", "ig_lead"} | AT_PANEL,
    ),
    Role(
        "police_coordinator",
        _("Police Channel coordinator"),
        _("Assesses referrals that were sent to the police, and answers requests made to the police."),
        _("Police assessment"),
        POLICE | READING,
        ("authority:{authority}:police", LIBRARY, "organisation:{organisation}:requests"),
        frozenset({"administrator"}),
    ),
    Role(
        "police_supervisor",
        _("Police Prevent supervisor"),
        _("Approves, as the second person, that a police assessment is closed."),
        _("Supervision of police assessment"),
        POLICE | READING | {Referrals.POLICE_APPROVE},
        (
            "authority:{authority}:police",
            "authority:{authority}:police-lead",
            LIBRARY,
            "organisation:{organisation}:requests",
        ),
        frozenset({"administrator"}),
    ),
    Role(
        "panel_coordinator",
        _("Panel coordinator"),
        _(
            "Arranges the Channel panels of the authority and looks after its cases: agenda, decisions, reviews."
        ),
        _("Arranging the panel"),
        ON_CASES
        | REPORTING
        | READING
        | {Panel.ARRANGE, Panel.SIT, Measures.COUNT_PEOPLE, OwnData.SEE, OwnData.PREPARE, Purging.ASK},
        (
            "authority:{authority}:panel",
            "authority:{authority}:channel",
            LIBRARY,
            "authority:{authority}:subject-access",
            *CHANNEL_FIGURES,
        ),
        frozenset({"administrator"}),
    ),
    Role(
        "panel_chair",
        _("Panel chair"),
        _(
            "Chairs a Channel panel for the local authority, or stands in for the chair, from day to day of the seat."
        ),
        _("Chairing the panel"),
        frozenset(
            {
                Panel.SIT,
                Panel.CHAIR,
                Channel.READ,
                Channel.DECIDE,
                Channel.EXIT,
                Channel.REVIEW,
                Channel.TRANSFER,
            }
        )
        | REPORTING
        | READING
        | {Measures.COUNT_PEOPLE, Reports.SIGN, Reports.APPROVE_RELEASE},
        (
            "authority:{authority}:channel",
            LIBRARY,
            *CHANNEL_FIGURES,
            "authority:{authority}:channel-figures-sign",
            "authority:{authority}:channel-figures-release",
        ),
        frozenset({"administrator"}),
    ),
    Role(
        "support_provider",
        _("Support provider"),
        _(
            "Gives support that a plan names, such as housing; sees what they are asked, and nothing of the case."
        ),
        _("Giving support"),
        READING | {Support.GIVE},
        (LIBRARY, THEIR_SUPPORT),
    ),
    Role(
        "intervention_provider",
        _("Intervention provider"),
        _("An approved mentor: reads the briefing, reports each session, and sees nothing else of the case."),
        _("Giving mentoring"),
        READING | {Support.GIVE},
        (LIBRARY, THEIR_SUPPORT),
    ),
    Role(
        "panel_member",
        _("Panel member"),
        _("Sits on a Channel panel for their organisation; sees a panel only while they have a seat on it."),
        _("Taking part in the panel"),
        READING | {Panel.SIT, Support.GIVE},
        (LIBRARY, THEIR_SUPPORT),
        frozenset({"administrator"}),
    ),
    Role(
        "ig_lead",
        _("Information governance lead"),
        _(
            "Reads who looked at records, and sees to it that they go in time; cannot open or change a referral. "
            "Sees of one what was gathered to answer the person’s own request, and releases it."
        ),
        _("Information governance"),
        frozenset(
            {Access.LEDGER_READ, Access.ROLES_READ, Access.GLASS_LIST, Access.GLASS_REVIEW, Access.VOUCH}
        )
        | {Looks.SEE_LOOKS, Looks.LOOK_INTO, Looks.REVIEW_LOOKS}
        | {Retention.SEE_HELD, Retention.SET_PERIOD, Retention.HOLD, Retention.PROPOSE, Retention.APPROVE}
        | {OwnData.SEE, OwnData.RECORD, OwnData.RELEASE, Reports.READ, Reports.APPROVE_RELEASE}
        | {Purging.ASK, Purging.AGREE, Complaints.KEEP},
        (
            "authority:{authority}:channel-figures",
            "authority:{authority}:channel-figures-release",
            "authority:{authority}:ledger",
            "authority:{authority}:glass-review",
            "authority:{authority}:retention",
            "authority:{authority}:vouch",
            "authority:{authority}:subject-access",
            "authority:{authority}:subject-release",
            "authority:{authority}:purge",
            "authority:{authority}:complaints",
        ),
        CASEWORK | {"administrator"},
    ),
    Role(
        "administrator",
        _("System administrator"),
        _("Invites people, gives and ends roles, sees that messages go out; cannot open a referral."),
        _("Administration"),
        frozenset(
            {Access.MEMBERS_MANAGE, Access.ROLES_READ, Access.VOUCH}
            | {
                Outbox.SEE_QUEUE,
                Directory.IMPORT,
                Directory.READ,
                Directory.KEEP,
                Imports.USE,
                Looks.LOOK_INTO,
            }
        ),
        (
            "authority:{authority}:administration",
            "authority:{authority}:vouch",
            "authority:{authority}:directory",
        ),
        CASEWORK | AT_PANEL | DELIVERY | {"ig_lead"},
    ),
)

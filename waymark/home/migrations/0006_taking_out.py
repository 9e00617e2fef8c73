from django.db import migrations

from waymark.oversight.purging.migrating import copied_in, may_be_taken_out

# Sealed columns in which somebody writes about a person. Names of people are not among them: they are no such material.
PLACES = {
    "people_match": "note",
    "people_ownerquestion": "why answer",
    "concerns_draft": "answers typed dsl_note",
    "concerns_enquiry": "question named_because answer",
    "concerns_progress": "note",
    "concerns_submission": "answers",
    "concerns_addedinformation": "words",
    "referrals_informationrequest": "question basis reply why",
    "referrals_requestoverride": "reason",
    "referrals_redirect": "message basis answer",
    "referrals_concern": "words source mark_note",
    "referrals_takentogether": "answer",
    "referrals_decision": "options reason relied_on dissent note withheld_because",
    "referrals_approval": "reason",
    "referrals_resumption": "reason",
    "referrals_handover": "note answer",
    "referrals_need": "words why source ended_because",
    "referrals_duty": "why_not",
    "referrals_restriction": "reason ended_because",
    "referrals_told": "response not_yet_because",
    "assessment_policedecision": "grounds relied_on council_view destination_words note withheld_because",
    "assessment_closureapproval": "reason",
    "assessment_writtenassessment": "answers protective changed conclusion",
    "panel_paper": "words",
    "panel_minute": "there shared risk actions because",
    "channel_paneldecision": "reason relied_on care_considered missing corrected_because",
    "channel_dissent": "reason",
    "channel_attendancecorrection": "because",
    "consent_consent": "correction_because because place interpreter age_basis responsibility child_words capacity_by explained_as",
    "consent_objection": "words",
    "consent_resolution": "asked_words reason",
    "consent_withdrawal": "words safeguarding",
    "consent_reassessed": "reason",
    "support_supportaction": "task because",
    "support_update": "words",
    "support_plan": "consent_arrangements nature responsible delivery changed why",
    "support_planneed": "words why_none",
    "support_briefing": "words",
    "support_session": "reason",
    "support_report": "words",
    "support_risk": "words done_about",
    "support_riskentry": "words",
    "exits_closingreport": "changed conclusion outcomes outstanding",
    "exits_signoff": "reason",
    "exits_pause": "reason",
    "exits_goingon": "reason",
    "exits_investigation": "words",
    "exits_lookback": "attendees findings reason",
    "exits_transfer": "reason assessment plan risk",
    "exits_transferanswer": "reason",
    "exits_arrival": "handed",
    "stewardship_item": "words marked reason",
    "vault_document": "name wrapped",
}
DRAFT = "SELECT from_draft FROM concerns_submission WHERE id = $1"
PACKS = "SELECT p.id FROM panel_pack p JOIN panel_item i ON i.id = ANY (p.items) WHERE i.about_id = $2"


class Migration(migrations.Migration):
    """What may be taken out of which table, and what goes with it as a copy.

    It stands here because the room that takes out and the rooms that keep the records do not know each other.
    """

    dependencies = [
        ("home", "0005_reasons"),
        ("purging", "0001_items"),
        ("channel", "0005_attendance"),
        ("support", "0005_risks"),
        ("referrals", "0008_facts"),
    ]

    operations = [
        *[may_be_taken_out(table, *columns.split()) for table, columns in PLACES.items()],
        # The draft that a referral was sent from, what was gathered to answer the person, and the packs of the panel.
        copied_in("concerns_draft", DRAFT, "answers", "typed", "dsl_note", of="concerns_submission"),
        copied_in("stewardship_item", "SELECT id FROM stewardship_item WHERE source_id = $1", "words", "marked", "reason"),
        copied_in("panel_pack", PACKS),
    ]

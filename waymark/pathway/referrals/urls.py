"""The pages of triage, and of those who are asked."""

from django.urls import path

from .views import triage, triage_asking, triage_deciding, triage_findings, triage_leading, triage_partners

ONE = "triage/<str:reference>/"
ASKED = ONE + "requests/<str:request_reference>/"

app_name = "referrals"
urlpatterns = [
    path("triage/", triage.queue, name="triage-queue"),
    path("asked/", triage_partners.asked, name="triage-asked"),
    path(
        "asked/question/<str:request_reference>/", triage_partners.asked_request, name="triage-asked-request"
    ),
    path(
        "asked/redirect/<str:redirect_reference>/",
        triage_partners.asked_redirect,
        name="triage-asked-redirect",
    ),
    path(ONE, triage.record, name="triage-record"),
    path(ONE + "take/", triage_leading.take, name="triage-take"),
    path(ONE + "hand-over/", triage_leading.hand_over, name="triage-hand-over"),
    path(ONE + "hand-over/answer/", triage_leading.answer_handover, name="triage-answer-handover"),
    path(ONE + "hand-over/take-back/", triage_leading.take_back_handover, name="triage-take-back-handover"),
    path(ONE + "restrict/", triage_leading.restrict, name="triage-restrict"),
    path(ONE + "unrestrict/", triage_leading.unrestrict, name="triage-unrestrict"),
    path(ONE + "earlier/", triage_findings.earlier, name="triage-earlier"),
    path(ONE + "concerns/add/", triage_findings.add_concern, name="triage-add-concern"),
    path(ONE + "concerns/<uuid:concern_id>/", triage_findings.mark_concern, name="triage-mark-concern"),
    path(ONE + "needs/add/", triage_findings.note_need, name="triage-note-need"),
    path(ONE + "needs/<uuid:need_id>/", triage_findings.end_need, name="triage-end-need"),
    path(ONE + "household/", triage_findings.household, name="triage-household"),
    path(ONE + "social-care/", triage_findings.duty, name="triage-duty"),
    path(ONE + "told/", triage_findings.told, name="triage-told"),
    path(ONE + "requests/add/", triage_asking.ask, name="triage-ask"),
    path(ASKED + "answer/", triage_asking.record_answer, name="triage-record-answer"),
    path(ASKED + "go-on/", triage_asking.override, name="triage-override"),
    path(ONE + "redirects/add/", triage_asking.redirect, name="triage-redirect"),
    path(
        ONE + "redirects/<str:redirect_reference>/answer/",
        triage_asking.record_redirect,
        name="triage-record-redirect",
    ),
    path(ONE + "decide/", triage_deciding.decide, name="triage-decide"),
    path(ONE + "approve/", triage_deciding.approve, name="triage-approve"),
    path(ONE + "decisions/<uuid:decision_id>/correct/", triage_deciding.correct, name="triage-correct"),
    path(ONE + "bring-back/", triage_deciding.bring_back, name="triage-bring-back"),
    path(ONE + "mistake-told/", triage_asking.mistake_told, name="triage-mistake-told"),
    path(ONE + "reopen/", triage_deciding.reopen, name="triage-reopen"),
]

"""The pages of enquiries, of drafts, and of what was sent."""

from django.urls import path

from .views import approving, drafts, enquiries, following, routing, sending, starting, visitors

DRAFT = "drafts/<uuid:draft_id>/"
PAGE = DRAFT + "<slug:code>/"

app_name = "concerns"
urlpatterns = [
    path("", starting.start, name="start"),
    path("danger/", starting.danger, name="danger"),
    path("emergency/", starting.emergency, name="emergency"),
    path("before/", starting.before, name="before"),
    path("begin/", starting.begin, name="begin"),
    path("link/", visitors.visitor, name="visitor"),
    path("link/sent/", visitors.visitor_sent, name="visitor-sent"),
    path("link/leave/", visitors.visitor_leave, name="visitor-leave"),
    path("link/open/<str:token>/", visitors.visitor_link, name="visitor-link"),
    path("mine/", following.mine, name="mine"),
    path("mine/<str:reference>/", following.progress, name="progress"),
    path("mine/<str:reference>/sent/", sending.sent, name="sent"),
    path("mine/<str:reference>/answers/", following.answers, name="answers"),
    path("mine/<str:reference>/add/", following.add, name="add"),
    path(DRAFT, drafts.draft, name="draft"),
    path(DRAFT + "check/", sending.check, name="draft-check"),
    path(DRAFT + "waiting/", sending.draft_waiting, name="draft-waiting"),
    path(DRAFT + "discard/", drafts.discard, name="draft-discard"),
    path(PAGE, drafts.page, name="draft-page"),
    path(PAGE + "<int:place>/", drafts.row, name="draft-row"),
    path(PAGE + "<int:place>/remove/", drafts.remove_row, name="draft-remove-row"),
    path("waiting/", approving.waiting, name="waiting"),
    path("waiting/<uuid:draft_id>/", approving.approve, name="approve"),
    path("advice/", enquiries.enquiry_start, name="enquiry-start"),
    path("advice/ask/", enquiries.ask, name="enquiry-ask"),
    path("advice/<str:reference>/", enquiries.enquiry, name="enquiry"),
    path("advice/<str:reference>/sent/", enquiries.enquiry_sent, name="enquiry-sent"),
    path("routing/", routing.listing, name="routing"),
    path("routing/set/", routing.route, name="route"),
    path("enquiries/", enquiries.enquiries, name="enquiries"),
    path("enquiries/<str:reference>/", enquiries.enquiry_answer, name="enquiry-answer"),
]

"""The pages of support."""

from django.urls import path

from .views import given, mine, plans, providing

CASE = "cases/<str:reference>/"
ACTION = CASE + "actions/<str:action_reference>/"
MINE = "mine/<str:reference>/"

app_name = "support"
urlpatterns = [
    path(CASE, plans.plan, name="plan"),
    path(CASE + "write/", plans.write, name="write"),
    path(CASE + "approve/", plans.approve, name="approve"),
    path(CASE + "needs/take/", plans.take_needs, name="take-needs"),
    path(CASE + "needs/add/", plans.add_need, name="add-need"),
    path(CASE + "needs/<uuid:need_id>/", plans.explain_need, name="explain-need"),
    path(CASE + "actions/give/", given.give, name="give"),
    path(ACTION, given.action, name="action"),
    path(ACTION + "cancel/", given.cancel, name="cancel"),
    path(ACTION + "brief/", given.brief, name="brief"),
    path(ACTION + "sessions/<uuid:session_id>/", given.session, name="session"),
    path(ACTION + "reports/ask/", given.ask_report, name="ask-report"),
    path(ACTION + "reports/<uuid:report_id>/seen/", given.seen, name="report-seen"),
    path("mine/", mine.mine, name="mine"),
    path(MINE, mine.action, name="mine-action"),
    path(MINE + "accept/", mine.accept, name="mine-accept"),
    path(MINE + "decline/", mine.decline, name="mine-decline"),
    path(MINE + "start/", mine.start, name="mine-start"),
    path(MINE + "update/", mine.update, name="mine-update"),
    path(MINE + "finish/", mine.finish, name="mine-finish"),
    path(MINE + "read/", providing.read, name="mine-read"),
    path(MINE + "sessions/plan/", providing.plan_sessions, name="mine-plan"),
    path(MINE + "sessions/<uuid:session_id>/", providing.session, name="mine-session"),
    path(MINE + "reports/<uuid:report_id>/", providing.report, name="mine-report"),
]

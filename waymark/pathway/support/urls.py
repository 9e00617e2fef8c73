"""The pages of support."""

from django.urls import path

from .views import funds, given, mine, my_risks, plans, providing, risks

CASE = "cases/<str:reference>/"
ACTION = CASE + "actions/<str:action_reference>/"
RISK = CASE + "risks/<str:risk_reference>/"
MY_RISK = "mine/risks/<str:reference>/"
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
    path(ACTION + "fund/", funds.ask, name="ask-fund"),
    path(ACTION + "fund/<uuid:fund_id>/", funds.decision, name="fund-decision"),
    path(ACTION + "brief/", given.brief, name="brief"),
    path(ACTION + "sessions/<uuid:session_id>/", given.session, name="session"),
    path(ACTION + "reports/ask/", given.ask_report, name="ask-report"),
    path(ACTION + "reports/<uuid:report_id>/seen/", given.seen, name="report-seen"),
    path(CASE + "risks/", risks.risks, name="risks"),
    path(CASE + "risks/new/", risks.raise_risk, name="raise-risk"),
    path(RISK, risks.risk, name="risk"),
    path(RISK + "review/", risks.review, name="risk-review"),
    path(RISK + "hand/", risks.hand, name="risk-hand"),
    path(RISK + "close/", risks.close, name="risk-close"),
    path(RISK + "reopen/", risks.reopen, name="risk-reopen"),
    path(MY_RISK, my_risks.risk, name="my-risk"),
    path(MY_RISK + "accept/", my_risks.accept, name="my-risk-accept"),
    path(MY_RISK + "decline/", my_risks.decline, name="my-risk-decline"),
    path(MY_RISK + "review/", my_risks.review, name="my-risk-review"),
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

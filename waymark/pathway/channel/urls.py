"""The pages of Channel cases."""

from django.urls import path

from .views import cases, deciding

app_name = "channel"
urlpatterns = [
    path("", cases.cases, name="cases"),
    path("<str:reference>/", cases.case, name="case"),
    path("<str:reference>/take/", cases.take, name="take"),
    path("<str:reference>/decide/<uuid:item_id>/<str:outcome>/", deciding.decide, name="decide"),
    path("<str:reference>/decisions/<uuid:decision_id>/", deciding.decision, name="decision"),
    path(
        "<str:reference>/decisions/<uuid:decision_id>/correct/<str:outcome>/",
        deciding.correct,
        name="correct",
    ),
]

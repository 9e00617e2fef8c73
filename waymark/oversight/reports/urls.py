"""The pages of reports."""

from django.urls import path

from . import views

app_name = "reports"
REPORT = "<uuid:report_id>/"
urlpatterns = [
    path("", views.listing, name="list"),
    path("begin/", views.begin, name="begin"),
    path(REPORT, views.report, name="report"),
    path(REPORT + "paper/", views.pdf, name="paper"),
    path(REPORT + "change/", views.change, name="change"),
    path(REPORT + "write/<slug:place>/", views.write, name="write"),
    path(REPORT + "sign/", views.sign, name="sign"),
    path(REPORT + "correct/", views.correct, name="correct"),
]

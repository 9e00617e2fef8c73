"""The pages of reports."""

from django.urls import path

from . import release_views, views

app_name = "reports"
REPORT = "<uuid:report_id>/"
RELEASE = "releases/<uuid:release_id>/"
urlpatterns = [
    path("", views.listing, name="list"),
    path("begin/", views.begin, name="begin"),
    path(RELEASE, release_views.released, name="released"),
    path(RELEASE + "answer/", release_views.answer, name="release-answer"),
    path(RELEASE + "paper/", release_views.pdf, name="release-paper"),
    path(REPORT, views.report, name="report"),
    path(REPORT + "release/", release_views.ask, name="release"),
    path(REPORT + "paper/", views.pdf, name="paper"),
    path(REPORT + "change/", views.change, name="change"),
    path(REPORT + "write/<slug:place>/", views.write, name="write"),
    path(REPORT + "quotes/", views.quotes, name="quotes"),
    path(REPORT + "sign/", views.sign, name="sign"),
    path(REPORT + "correct/", views.correct, name="correct"),
]

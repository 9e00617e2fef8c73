"""The pages of the end of support and after."""

from django.urls import path

from .views import ending, pausing, reviewing

ONE = "<str:reference>/"

app_name = "exits"
urlpatterns = [
    path(ONE + "report/", ending.report, name="report"),
    path(ONE + "sign/", ending.sign, name="sign"),
    path(ONE + "review/", reviewing.review, name="review"),
    path(ONE + "pause/", pausing.pause, name="pause"),
    path(ONE + "go-on/", pausing.go_on, name="go-on"),
    path(ONE + "investigation/", pausing.investigation, name="investigation"),
]

"""The pages of the end of support and after."""

from django.urls import path

from .views import arriving, ending, pausing, reviewing, transferring

ONE = "<str:reference>/"

app_name = "exits"
urlpatterns = [
    path("handed-over/", arriving.arrivals, name="arrivals"),
    path("handed-over/" + ONE, arriving.arrival, name="arrival"),
    path(ONE + "report/", ending.report, name="report"),
    path(ONE + "sign/", ending.sign, name="sign"),
    path(ONE + "review/", reviewing.review, name="review"),
    path(ONE + "pause/", pausing.pause, name="pause"),
    path(ONE + "go-on/", pausing.go_on, name="go-on"),
    path(ONE + "investigation/", pausing.investigation, name="investigation"),
    path(ONE + "transfer/", transferring.transfer, name="transfer"),
    path(ONE + "take-back/", transferring.take_back, name="take-back"),
]

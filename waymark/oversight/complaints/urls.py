"""The pages of complaints."""

from django.urls import path

from .views import answering

app_name = "complaints"
ONE = "<str:reference>/"
urlpatterns = [
    path("", answering.listing, name="list"),
    path("record/", answering.record, name="record"),
    path(ONE, answering.one, name="one"),
    path(ONE + "take/", answering.take, name="take"),
    path(ONE + "answer/", answering.answer, name="answer"),
    path(ONE + "stacu/", answering.stacu, name="stacu"),
]

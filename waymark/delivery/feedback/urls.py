"""The pages of feedback."""

from django.urls import path

from .views import answering, questions, reading

app_name = "feedback"
SESSION = "sessions/<str:reference>/"
urlpatterns = [
    path(SESSION, reading.session, name="session"),
    path(SESSION + "ask/", reading.ask, name="ask"),
    path(SESSION + "link/", reading.room, name="room-link"),
    path("versions/<uuid:version_id>/", reading.version, name="version"),
    path("words/<uuid:remark_id>/set-aside/", reading.set_aside, name="set-aside"),
    path("quotes/", reading.quotes, name="quotes"),
    path("questions/", questions.listing, name="questions"),
    path("questions/add/", questions.add, name="questions-add"),
    path("after/<str:token>/", answering.answer, {"way": "after"}, name="after"),
    path("later/<str:token>/", answering.answer, {"way": "later"}, name="later"),
    path("room/<str:token>/", answering.answer, {"way": "room"}, name="room"),
    path("mine/<str:token>/", answering.mine, name="mine"),
]

from django.urls import path

from .views import asking_owner, linking, matching, person

app_name = "people"
ONE = "<str:reference>/"
urlpatterns = [
    path("owner-questions/<uuid:question_id>/", asking_owner.answer_owner, name="answer-owner"),
    path(ONE, person.record, name="person"),
    path(ONE + "name/", person.correct_name, name="correct-name"),
    path(ONE + "names/add/", person.add_name, name="add-name"),
    path(ONE + "birth/", person.change_birth, name="change-birth"),
    path(ONE + "addresses/add/", person.add_address, name="add-address"),
    path(ONE + "equality/", person.record_equality, name="record-equality"),
    path(ONE + "seen-before/", matching.seen_before, name="seen-before"),
    path(ONE + "links/add/", linking.link, name="link"),
    path(ONE + "links/<uuid:link_id>/undo/", linking.unlink, name="unlink"),
    path(ONE + "seen-before/<uuid:match_id>/", matching.answer_match, name="answer-match"),
    path(ONE + "seen-before/<uuid:match_id>/ask-owner/", asking_owner.ask_owner, name="ask-owner"),
]

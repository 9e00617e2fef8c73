"""The pages of consent, each of one case."""

from django.urls import path

from .views import answers, changes

ONE = "<str:reference>/"

app_name = "consent"
urlpatterns = [
    path(ONE, answers.said, name="said"),
    path(ONE + "given/", answers.given, name="given"),
    path(ONE + "not-given/", answers.not_given, name="not-given"),
    path(ONE + "correct/", answers.correct, name="correct"),
    path(ONE + "correct-answer/", answers.correct_answer, name="correct-answer"),
    path(ONE + "object/", changes.object_to, name="object"),
    path(ONE + "resolve/", changes.resolve, name="resolve"),
    path(ONE + "withdraw/", changes.withdraw, name="withdraw"),
    path(ONE + "reassess/", changes.reassess, name="reassess"),
]

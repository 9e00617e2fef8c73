"""The pages of police assessment."""

from django.urls import path

from .views import deciding, reading, working

ONE = "<str:reference>/"
ASKED = ONE + "requests/<str:request_reference>/"

app_name = "assessment"
urlpatterns = [
    path("", reading.assessments, name="list"),
    path("pcmt.csv", reading.pcmt_list, name="pcmt"),
    path(ONE, reading.record, name="record"),
    path(ONE + "take/", working.take, name="take"),
    path(ONE + "de-confliction/", working.check, name="check"),
    path(ONE + "pcmt/", working.keep_reference, name="keep-reference"),
    path(ONE + "concerns/<uuid:concern_id>/", working.mark_concern, name="mark-concern"),
    path(ONE + "requests/add/", working.ask, name="ask"),
    path(ASKED + "answer/", working.record_answer, name="record-answer"),
    path(ASKED + "go-on/", working.override, name="override"),
    path(ONE + "write/", working.choose, name="write"),
    path(ONE + "write/<int:framework_id>/", working.write, name="write-with"),
    path(ONE + "refer/", deciding.refer, name="refer"),
    path(ONE + "refer/council/", deciding.refer_for_authority, name="refer-for-authority"),
    path(ONE + "close/", deciding.close, name="close"),
    path(ONE + "keep/", deciding.hold, name="hold"),
    path(ONE + "approve/", deciding.approve, name="approve"),
    path(ONE + "again/", working.again, name="again"),
]

"""The pages of panels."""

from django.urls import path

from .views import agenda, meetings, minutes, packs, panels, seats

ONE = "<str:reference>/"
MEETING = "meetings/<str:reference>/"
ITEM = "items/<uuid:item_id>/"

app_name = "panel"
urlpatterns = [
    path("", panels.listing, name="panels"),
    path("new/", panels.add, name="add"),
    path(MEETING, meetings.meeting, name="meeting"),
    path(MEETING + "calendar.ics", meetings.calendar, name="meeting-calendar"),
    path(MEETING + "accept/", agenda.accept, name="meeting-accept"),
    path(MEETING + "put/", agenda.put, name="meeting-put"),
    path(ITEM, agenda.item, name="item"),
    path(ITEM + "up/", agenda.move_up, name="item-up"),
    path(ITEM + "withdraw/", agenda.withdraw, name="item-withdraw"),
    path(ITEM + "papers/add/", agenda.add_paper, name="item-add-paper"),
    path(ITEM + "invite/", agenda.invite, name="item-invite"),
    path(ITEM + "interest/", agenda.declare_interest, name="item-interest"),
    path(ITEM + "minutes/", minutes.write, name="item-minutes"),
    path(ITEM + "minutes/sign/", minutes.sign, name="item-minutes-sign"),
    path(MEETING + "pack/", packs.ask, name="meeting-pack"),
    path("packs/<uuid:pack_id>/", packs.pack, name="pack"),
    path("packs/<uuid:pack_id>/papers.pdf", packs.file, name="pack-file"),
    path(MEETING + "minutes/", minutes.of_meeting, name="meeting-minutes"),
    path(MEETING + "move/", meetings.move, name="meeting-move"),
    path(MEETING + "cancel/", meetings.cancel, name="meeting-cancel"),
    path(MEETING + "attendance/", meetings.attendance, name="meeting-attendance"),
    path(ONE, panels.panel, name="panel"),
    path(ONE + "attendance/", minutes.attendance, name="panel-attendance"),
    path(ONE + "terms/", panels.agree_terms, name="agree-terms"),
    path(ONE + "meetings/call/", meetings.call, name="call-meeting"),
    path(ONE + "end/", panels.end, name="end"),
    path(ONE + "seats/add/", seats.add_seat, name="add-seat"),
    path(ONE + "seats/<uuid:seat_id>/end/", seats.end_seat, name="end-seat"),
    path(ONE + "seats/<uuid:seat_id>/deputies/add/", seats.add_deputy, name="add-deputy"),
    path(ONE + "deputies/<uuid:deputy_id>/end/", seats.end_deputy, name="end-deputy"),
]

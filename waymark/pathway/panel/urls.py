"""The pages of panels."""

from django.urls import path

from .views import panels, seats

ONE = "<str:reference>/"

app_name = "panel"
urlpatterns = [
    path("", panels.listing, name="panels"),
    path("new/", panels.add, name="add"),
    path(ONE, panels.panel, name="panel"),
    path(ONE + "terms/", panels.agree_terms, name="agree-terms"),
    path(ONE + "end/", panels.end, name="end"),
    path(ONE + "seats/add/", seats.add_seat, name="add-seat"),
    path(ONE + "seats/<uuid:seat_id>/end/", seats.end_seat, name="end-seat"),
    path(ONE + "seats/<uuid:seat_id>/deputies/add/", seats.add_deputy, name="add-deputy"),
    path(ONE + "deputies/<uuid:deputy_id>/end/", seats.end_deputy, name="end-deputy"),
]

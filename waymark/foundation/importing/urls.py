"""The pages of an import. A list begins at `begin/<kind>/`, or `begin/<kind>/<what it is about>/`."""

from django.urls import path

from . import views

app_name = "importing"
urlpatterns = [
    path("begin/<slug:code>/", views.begin, name="begin"),
    path("begin/<slug:code>/<str:about>/", views.begin, name="begin-about"),
    path("<uuid:import_id>/", views.show, name="import"),
    path("<uuid:import_id>/columns/", views.match, name="match"),
    path("<uuid:import_id>/to-mend/", views.to_mend, name="to-mend"),
]

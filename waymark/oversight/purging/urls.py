"""The pages about items that must not be here."""

from django.urls import path

from .views import purging

app_name = "purging"
urlpatterns = [
    path("", purging.listing, name="list"),
    path("begin/", purging.begin, name="begin"),
    path("of/<str:reference>/", purging.choose, name="choose"),
    path("<str:reference>/", purging.one, name="one"),
    path("<str:reference>/refuse/", purging.refuse, name="refuse"),
]

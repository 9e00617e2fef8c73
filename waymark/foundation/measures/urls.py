from django.urls import path

from .views import counted, listing

app_name = "measures"

urlpatterns = [
    path("", listing.listing, name="list"),
    path("<str:code>/counted/", counted.listing, name="counted"),
]

from django.urls import path

from .views import listing

app_name = "measures"

urlpatterns = [path("", listing.listing, name="list")]

from django.urls import include, path

urlpatterns = [path("", include("waymark.foundation.interface.urls"))]

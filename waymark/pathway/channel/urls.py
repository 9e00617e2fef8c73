"""The pages of Channel cases."""

from django.urls import path

from .views import cases

app_name = "channel"
urlpatterns = [
    path("", cases.cases, name="cases"),
    path("<str:reference>/", cases.case, name="case"),
    path("<str:reference>/take/", cases.take, name="take"),
]

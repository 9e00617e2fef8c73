from django.conf import settings
from django.urls import path, re_path

from .views import brand, language

app_name = "interface"
urlpatterns = [
    re_path(r"^language/(?P<language>en|cy)$", language.choose, name="language"),
    path("brand.css", brand.stylesheet, name="brand"),
]

from django.conf import settings
from django.urls import path, re_path

from .views import brand, gallery, language, pages

app_name = "interface"
urlpatterns = [
    re_path(r"^language/(?P<language>en|cy)$", language.choose, name="language"),
    path("brand.css", brand.stylesheet, name="brand"),
    path("help/", pages.help_page, name="help"),
    path("accessibility/", pages.accessibility, name="accessibility"),
    path("cookies/", pages.cookies, name="cookies"),
    path("privacy/", pages.privacy, name="privacy"),
]

if settings.DEBUG or getattr(settings, "WAYMARK_DEMO", False):
    urlpatterns += [
        path("gallery/", gallery.everything, name="gallery"),
        path("gallery/question/", gallery.question, name="gallery-question"),
        path("gallery/<slug:name>/", gallery.skeleton, name="gallery-skeleton"),
    ]

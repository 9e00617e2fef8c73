"""The pages of reach. A place’s key is that of the directory: `i-12`, `o-12`."""

from django.urls import path, re_path

from .counting import Which
from .views import approaching, figures, lists

app_name = "reach"
ENDING = "(?P<ending>csv|ods)"
urlpatterns = [
    path("", figures.overview, name="overview"),
    re_path(rf"^figures\.{ENDING}$", figures.download, name="figures"),
    path("places/", lists.listing(Which.ALL), name="in-scope"),
    path("places/reached/", lists.listing(Which.REACHED), name="reached"),
    path("places/not-reached/", lists.listing(Which.NOT_REACHED), name="not-reached"),
    path("places/never/", lists.listing(Which.NEVER), name="never"),
    path("places/not-since/", lists.listing(Which.NOT_SINCE), name="not-since"),
    path("places/no-contact/", lists.listing(Which.NO_CONTACT), name="no-contact"),
    path("places/no-lead/", lists.listing(Which.NO_LEAD), name="no-lead"),
    re_path(rf"^places/(?P<which>{'|'.join(Which)})\.{ENDING}$", lists.download, name="places"),
    path("write/", approaching.write, name="write"),
    path("written/<uuid:batch>/", approaching.sent, name="sent"),
    path("written/<uuid:batch>/letters/", approaching.letters, name="letters"),
    path("<str:key>/note/", approaching.note, name="note"),
]

"""The pages of engagement. A place’s key is that of the directory: `i-12`, `o-12`."""

from django.urls import path

from .views import by_link, demands, issues

app_name = "engagement"
ISSUE = "issues/<str:reference>/"
DEMAND = "asked-for/<str:reference>/"
urlpatterns = [
    path("issues/", issues.listing, name="issues"),
    path("issues/at/<str:key>/raise/", issues.raise_issue, name="raise"),
    path(ISSUE, issues.one, name="issue"),
    path(ISSUE + "reply/", issues.note_reply, name="issue-reply"),
    path(ISSUE + "close/", issues.close, name="issue-close"),
    path("reply/<str:token>/", by_link.reply, name="reply"),
    path("asked-for/", demands.listing, name="demands"),
    path("asked-for/note/", demands.note, name="note"),
    path("asked-for/themes/begin/", demands.begin_themes, name="themes-begin"),
    path("asked-for/themes/add/", demands.add_theme, name="theme-add"),
    path("asked-for/themes/<uuid:theme_id>/end/", demands.end_theme, name="theme-end"),
    path(DEMAND, demands.one, name="demand"),
    path(DEMAND + "request/", demands.ask_for, name="demand-request"),
    path(DEMAND + "answer/", demands.answer, name="demand-answer"),
]

"""The pages of requests to see one’s own data."""

from django.urls import path

from .views import asking, items, releasing

app_name = "stewardship"
REQUEST = "<str:reference>/"
urlpatterns = [
    path("", asking.listing, name="list"),
    path("record/", asking.record, name="record"),
    path(REQUEST, asking.request_page, name="request"),
    path(REQUEST + "identity/", asking.identity, name="identity"),
    path(REQUEST + "child/", asking.child, name="child"),
    path(REQUEST + "dispute/", asking.dispute, name="dispute"),
    path(REQUEST + "more-time/", asking.extend, name="extend"),
    path(REQUEST + "close/", asking.close, name="close"),
    path(REQUEST + "gather/", items.gather, name="gather"),
    path(REQUEST + "item/<uuid:item_id>/", items.decide, name="item"),
    path(REQUEST + "ask/", releasing.ask, name="ask"),
    path(REQUEST + "send-back/", releasing.send_back, name="send-back"),
    path(REQUEST + "release/", releasing.release, name="release"),
    path(REQUEST + "answer/", releasing.paper, name="answer"),
    path(REQUEST + "file/<uuid:item_id>/", releasing.document, name="file"),
    path(REQUEST + "hand-over/", releasing.hand_over, name="hand-over"),
]

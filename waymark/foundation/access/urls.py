from django.urls import path

from .views import glass

app_name = "glass"
urlpatterns = [
    path("", glass.listing, name="listing"),
    path("find/", glass.find, name="find"),
    path("open/<str:reference>/", glass.open_record, name="open"),
    path("interests/<str:reference>/declare/", glass.interest, name="interest"),
    path("interests/<uuid:interest_id>/withdraw/", glass.withdraw, name="withdraw"),
    path("<str:reference>/", glass.opening, name="opening"),
    path("<str:reference>/end/", glass.end, name="end"),
    path("<str:reference>/review/", glass.review, name="review"),
]

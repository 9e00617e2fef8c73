from django.urls import path

from .views import erasing, held, holds, periods, reviews

app_name = "retention"

urlpatterns = [
    path("", held.held, name="held"),
    path("disposals/", held.disposals, name="disposals"),
    path("disposals.csv", held.disposals_csv, name="disposals-csv"),
    path("periods/", periods.listing, name="periods"),
    path("periods/<slug:code>/", periods.set_period, name="set-period"),
    path("proposals/", erasing.listing, name="proposals"),
    path("proposals/new/", erasing.propose, name="propose"),
    path("proposals/<uuid:proposal_id>/", erasing.proposal, name="proposal"),
    path("proposals/<uuid:proposal_id>/refuse/", erasing.refuse, name="refuse"),
    path("holds/", holds.listing, name="holds"),
    path("holds/new/", holds.place, name="hold"),
    path("holds/<uuid:hold_id>/end/", holds.end, name="end-hold"),
    path("reviews/<uuid:review_id>/", reviews.review, name="review"),
]

"""The pages of support."""

from django.urls import path

from .views import plans

CASE = "cases/<str:reference>/"

app_name = "support"
urlpatterns = [
    path(CASE, plans.plan, name="plan"),
    path(CASE + "write/", plans.write, name="write"),
    path(CASE + "approve/", plans.approve, name="approve"),
    path(CASE + "needs/take/", plans.take_needs, name="take-needs"),
    path(CASE + "needs/add/", plans.add_need, name="add-need"),
    path(CASE + "needs/<uuid:need_id>/", plans.explain_need, name="explain-need"),
]

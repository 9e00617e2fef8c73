from django.urls import path

from .views import documents

app_name = "vault"
urlpatterns = [
    path("<slug:code>/<uuid:record_id>/", documents.listing, name="documents"),
    path("<slug:code>/<uuid:record_id>/add/", documents.add, name="add"),
    path("<slug:code>/<uuid:record_id>/<uuid:document_id>/", documents.open_one, name="open"),
]

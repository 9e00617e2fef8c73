"""The pages of the library. `public/` is for whoever comes by."""

from django.urls import path

from .views import awaiting, public, resources, taught

app_name = "library"
RESOURCE = "resources/<str:reference>/"
VERSION = "versions/<uuid:version_id>/"
AWAITED = "awaited/<str:reference>/"
urlpatterns = [
    path("", resources.listing, name="resources"),
    path("public/", public.listing, name="public"),
    path("resources/add/", resources.add, name="add"),
    path(RESOURCE, resources.one, name="resource"),
    path(RESOURCE + "change/", resources.change, name="change"),
    path(RESOURCE + "look-again/", resources.review, name="review"),
    path(RESOURCE + "take-out/", resources.take_out, name="take-out"),
    path("documents/<uuid:resource_id>/<uuid:document_id>/", resources.document, name="document"),
    path(VERSION, taught.listing, name="taught"),
    path(VERSION + "choose/", taught.choose, name="taught-choose"),
    path("awaited/", awaiting.listing, name="awaiting"),
    path("awaited/note/", awaiting.note, name="await"),
    path(AWAITED, awaiting.one, name="awaited"),
    path(AWAITED + "change/", awaiting.change, name="awaited-change"),
    path(AWAITED + "arrive/", awaiting.arrive, name="awaited-arrive"),
    path(AWAITED + "put-in-the-library/", awaiting.keep, name="awaited-keep"),
    path(AWAITED + "give-up/", awaiting.give_up, name="awaited-give-up"),
]

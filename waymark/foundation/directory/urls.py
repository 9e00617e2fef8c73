"""The pages of the directory. A place’s key is `i-12` (an institution) or `o-12` (an organisation)."""

from django.urls import path

from .views import contacts, listing, places, registers

app_name = "directory"
urlpatterns = [
    path("", listing.listing, name="listing"),
    path("add-organisation/", places.add_organisation, name="add-organisation"),
    path("registers/", registers.upload, name="register-upload"),
    path("registers/<uuid:upload_id>/", registers.register, name="register"),
    path("authorities/<slug:code>/", listing.authority, name="authority"),
    path("contacts/<uuid:contact_id>/change/", contacts.change, name="contact-change"),
    path("contacts/<uuid:contact_id>/end/", contacts.end, name="contact-end"),
    path("<str:key>/", listing.place, name="place"),
    path("<str:key>/add-contact/", contacts.add, name="add-contact"),
    path("<str:key>/take-over-contacts/", contacts.carry_over, name="carry-contacts"),
    path("<str:key>/note/", places.write_note, name="write-note"),
    path("<str:key>/end/", places.end_organisation, name="end-organisation"),
]

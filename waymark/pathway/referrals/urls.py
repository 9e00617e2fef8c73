"""Pages of enquiries, referrals and triage."""

from django.urls import path

from .triage_urls import triage_patterns

app_name = "referrals"
urlpatterns = [
    *triage_patterns,
]

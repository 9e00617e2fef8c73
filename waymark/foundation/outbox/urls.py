from django.urls import path

from .views import waiting

app_name = "outbox"

urlpatterns = [path("", waiting.waiting, name="waiting")]

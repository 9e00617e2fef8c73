from django.urls import path

from .views import recovering, recovery

app_name = "recovery"
urlpatterns = [
    path("", recovery.listing, name="listing"),
    path("vouch/", recovery.vouch, name="vouch"),
    path("mine/", recovery.mine, name="mine"),
    path("<uuid:recovery_id>/", recovery.confirm, name="confirm"),
    path("<uuid:recovery_id>/stop/", recovery.stop, name="stop"),
    path("link/<str:token>/", recovering.open_link, name="link"),
    path("new/passkey/", recovering.passkey, name="passkey"),
    path("new/app/", recovering.app, name="app"),
    path("new/done/", recovering.done, name="done"),
]

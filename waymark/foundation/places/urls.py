"""Pages of places. Filled by the directory."""

app_name = "places"
urlpatterns: list = []

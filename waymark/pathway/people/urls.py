urlpatterns: list = []
app_name = "people"

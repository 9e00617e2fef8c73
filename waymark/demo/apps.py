from django.apps import AppConfig
from django.conf import settings


class DemoConfig(AppConfig):
    name = "waymark.demo"
    label = "demo"

    def ready(self) -> None:
        """Offers the invented people for sign-in by one click, in the demonstration only."""
        from waymark.foundation.accounts import demo_signin

        from .people import PLAYERS
        from .places import name_of

        if settings.WAYMARK_DEMO:
            for player in PLAYERS:
                demo_signin.offer(player.email, player.sentence, name_of(player.place))

from importlib import import_module

from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "alongside.web"

    def ready(self):
        """Only now may the room be read whose functions listen for sign-ins."""
        import_module("alongside.web.sign_in.listening")

from django.urls import path

from alongside.web.views import shell

urlpatterns = [
    path("more/", shell.more, name="more"),
    path("language/", shell.set_language, name="set-language"),
]

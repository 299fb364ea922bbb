from django.urls import path

from alongside.web.views import today

urlpatterns = [
    path("", today.today, name="today"),
]

"""The addresses of journeys."""

from django.urls import path

from alongside.web.views.journeys.journey import journey

ONE = "people/<uuid:recoveree_id>/"

urlpatterns = [
    path(f"{ONE}journey/", journey, name="journey"),
]

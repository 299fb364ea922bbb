"""Every address there is, room by room: those asked for most stand first."""

from alongside.web.urls import (
    consent,
    contacts,
    courses,
    exchange,
    journeys,
    learning,
    measures,
    people,
    plan,
    reporting,
    shell,
    team,
    today,
    words,
)

urlpatterns = [
    *today.urlpatterns,
    *contacts.urlpatterns,
    *people.urlpatterns,
    *shell.urlpatterns,
    *team.urlpatterns,
    *journeys.urlpatterns,
    *plan.urlpatterns,
    *measures.urlpatterns,
    *learning.urlpatterns,
    *courses.urlpatterns,
    *consent.urlpatterns,
    *reporting.urlpatterns,
    *exchange.urlpatterns,
    *words.urlpatterns,
]

"""Every address there is, room by room."""

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
    *shell.urlpatterns,
    *team.urlpatterns,
    *people.urlpatterns,
    *journeys.urlpatterns,
    *plan.urlpatterns,
    *measures.urlpatterns,
    *learning.urlpatterns,
    *contacts.urlpatterns,
    *courses.urlpatterns,
    *consent.urlpatterns,
    *reporting.urlpatterns,
    *exchange.urlpatterns,
    *words.urlpatterns,
]

"""Every address there is, room by room."""

from alongside.web.urls import consent, contacts, exchange, people, reporting, team, today

urlpatterns = [
    *today.urlpatterns,
    *team.urlpatterns,
    *people.urlpatterns,
    *contacts.urlpatterns,
    *consent.urlpatterns,
    *reporting.urlpatterns,
    *exchange.urlpatterns,
]

"""The addresses of people's records."""

from alongside.web.urls.people import acts, record

urlpatterns = [
    *record.urlpatterns,
    *acts.urlpatterns,
]

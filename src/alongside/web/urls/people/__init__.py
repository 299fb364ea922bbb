"""The addresses of people's records."""

from alongside.web.urls.people import record

urlpatterns = [
    *record.urlpatterns,
]

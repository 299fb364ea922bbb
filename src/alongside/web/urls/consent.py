"""What left about a person, and on what ground."""

from django.urls import path

from alongside.web.views import consent

ONE = "people/<uuid:recoveree_id>/"

urlpatterns = [
    path(f"{ONE}left/", consent.disclosures, name="disclosures"),
    path(f"{ONE}left/<uuid:row_id>/", consent.disclosure, name="disclosure"),
    path(f"{ONE}emergency/", consent.emergency, name="emergency"),
    path(f"{ONE}audit/", consent.disclose_audit, name="disclose-audit"),
]

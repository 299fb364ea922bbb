"""Quick start, the list, the search, a person's page, and what a person tells."""

from django.urls import path

from alongside.web.views.people import telling, walking
from alongside.web.views.people.list import people, people_search
from alongside.web.views.people.person import person
from alongside.web.views.people.start import person_start

ONE = "people/<uuid:recoveree_id>/"

urlpatterns = [
    path("people/", people, name="people"),
    path("people/search/", people_search, name="people-search"),
    path("people/start/", person_start, name="person-start"),
    path(ONE, person, name="person"),
    path(f"{ONE}about/", telling.about, name="person-about"),
    path(f"{ONE}ways/", telling.ways, name="person-ways"),
    path(f"{ONE}ways/<uuid:row_id>/", telling.way_correct, name="way-correct"),
    path(f"{ONE}ways/<uuid:row_id>/end/", telling.row_end, {"kind": "ways"}, name="way-end"),
    path(f"{ONE}allies/", telling.allies, name="person-allies"),
    path(f"{ONE}allies/<uuid:row_id>/", telling.ally_correct, name="ally-correct"),
    path(f"{ONE}allies/<uuid:row_id>/end/", telling.row_end, {"kind": "allies"}, name="ally-end"),
    path(f"{ONE}words/", telling.words, name="person-words"),
    path(f"{ONE}words/<uuid:row_id>/end/", telling.row_end, {"kind": "words"}, name="word-end"),
    path(f"{ONE}recovery/", telling.recovery, name="person-recovery"),
    path(f"{ONE}where/", telling.where, name="person-where"),
    path(f"{ONE}walking/", walking.walking, name="person-walking"),
    path(f"{ONE}walking/<uuid:row_id>/end/", walking.pairing_end, name="pairing-end"),
    path(f"{ONE}rhythm/", walking.rhythm, name="person-rhythm"),
]

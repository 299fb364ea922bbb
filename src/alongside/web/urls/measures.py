"""Measures and growth of one person, and the measures of a program."""

from django.urls import path

from alongside.web.views.journeys import measures, offering
from alongside.web.views.journeys.growth import growth

ONE = "people/<uuid:recoveree_id>/"
TAKEN = f"{ONE}measurements/<uuid:measurement_id>/"

urlpatterns = [
    path(f"{ONE}measures/", measures.measures, name="measures"),
    path(f"{ONE}measures/<slug:measure>/", measures.measure, name="measure"),
    path(f"{ONE}measures/<slug:measure>/not-now/", measures.not_now, name="measure-not-now"),
    path(f"{ONE}measures/<slug:measure>/<slug:how>/", measures.take, name="measure-take"),
    path(TAKEN, measures.measurement, name="measurement"),
    path(f"{TAKEN}correct/", measures.correct, name="measurement-correct"),
    path(f"{ONE}journey/growth/", growth, name="growth"),
    path("program/measures/", offering.program_measures, name="program-measures"),
    path("program/measures/<slug:instrument>/", offering.program_measure, name="program-measure"),
]

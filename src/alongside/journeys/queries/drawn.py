"""Sightings as the picture of the walk needs them: many, and little of each."""

from alongside.journeys.models import Sighting
from alongside.people.models import Recoveree
from alongside.people.queries import about_one


def sightings_to_draw(recoveree: Recoveree):
    """Those that no later row corrects, the earliest first; of the writer only the name."""
    rows = Sighting.objects.filter(about_one(recoveree), corrections=None).select_related("by")
    told = ("recoveree_id", "concern_id", "stage_id", "answer", "seen_on", "said_by_person")
    return rows.only(*told, "words", "by__name").order_by("seen_on", "id")

"""The course of a cohort as a value, read once from the files that were kept."""

from functools import lru_cache
from uuid import UUID

from alongside.learning.curricula import Course, read, unpacked
from alongside.learning.models import Cohort, Edition


def course_of(cohort: Cohort) -> Course:
    """The edition with which this cohort began, whatever is installed now."""
    return course_of_edition(cohort.edition_id)


@lru_cache(maxsize=32)
def course_of_edition(edition_id: UUID) -> Course:
    """Kept in memory: the files of an edition never change."""
    return read(unpacked(bytes(Edition.objects.get(pk=edition_id).files)))

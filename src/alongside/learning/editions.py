"""The course of a cohort as a value, read once from the files that were kept."""

from functools import lru_cache
from uuid import UUID

from alongside.learning.curricula import Course, read, unpacked
from alongside.learning.models import Cohort, Edition


def course_of(cohort: Cohort) -> Course:
    """The edition with which this cohort began, whatever is installed now."""
    return _kept(cohort.edition_id)


@lru_cache(maxsize=32)
def _kept(edition_id: UUID) -> Course:
    return read(unpacked(bytes(Edition.objects.get(pk=edition_id).files)))

"""What participants keep: the handout of each module, with its sources and who reviewed it."""

from django.utils.safestring import mark_safe

from alongside.learning.curricula.markdown import cited, html
from alongside.learning.editions import course_of
from alongside.learning.queries.room import slots_of
from alongside.web.presenters.learning.tongue import language


def handouts(cohort) -> list[tuple]:
    """(slot, title) of each module, in the reader's language."""
    course = course_of(cohort)
    return [
        (slot, course.module(slot.key).title.said(language()))
        for slot in slots_of(cohort)
        if not slot.is_break
    ]


def handout(cohort, slot_id) -> dict | None:
    slot = next((one for one in slots_of(cohort) if one.pk == slot_id and not one.is_break), None)
    if slot is None:
        return None
    course = course_of(cohort)
    module = course.module(slot.key)
    text = module.handout.said(language())
    keys = cited(text)
    return {
        "slot": slot,
        "title": module.title.said(language()),
        "takeaway": module.takeaway.said(language()),
        "text": mark_safe(html(text, lambda key: keys.index(key) + 1)),  # noqa: S308
        "sources": [course.source(key) for key in keys],
        "reviewed": module.reviewed,
    }

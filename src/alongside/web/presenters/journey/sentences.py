"""Three plain sentences: where things stand, one concern, one hope. Dates; no judging."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from alongside.web.presenters.journey.gathered import Gathered
from alongside.web.presenters.journey.rows import sighted


def sentences_of(told: Gathered) -> list[str]:
    """What holds now, from every fact there is, whatever part of it is drawn."""
    return [*filter(None, [_general(told), _concern(told), _hope(told)])]


def _general(told: Gathered) -> str:
    seen = [one for one in told.sightings if one.concern_id is None]
    if not seen:
        return ""
    latest = _said(told, seen[-1])
    before = next((one for one in reversed(seen) if _differs(one, seen[-1])), None)
    if before is None:
        return latest
    told_before = {"day": _day(before.seen_on), "stage": _stage(told, before)}
    return f"{latest} {_('Before that, on %(day)s: %(stage)s.') % told_before}"


def _differs(one, other) -> bool:
    return (one.answer, one.stage_id) != (other.answer, other.stage_id)


def _said(told: Gathered, one) -> str:
    words = {"day": _day(one.seen_on), "stage": _stage(told, one)}
    if one.said_by_person:
        return _("On %(day)s %(person)s said: %(stage)s.") % {
            **words,
            "person": told.person.called,
        }
    return _("On %(day)s %(coach)s saw: %(stage)s.") % {**words, "coach": one.writer}


def _concern(told: Gathered) -> str:
    seen = [one for one in told.sightings if one.concern_id]
    if not seen:
        return ""
    one = seen[-1]
    name = next(row.name for row in told.concerns if row.pk == one.concern_id)
    words = {"concern": name, "day": _day(one.seen_on), "stage": _stage(told, one)}
    return _("About “%(concern)s”, on %(day)s: %(stage)s.") % words


def _hope(told: Gathered) -> str:
    if not told.hopes:
        return ""
    hope = told.hopes[-1]
    stages = {one.id: one.name for one in told.stages}
    words = {"person": told.person.called, "hope": hope.words or stages.get(hope.stage_id, "")}
    if hope.by_on:
        words["day"] = _day(hope.by_on)
        return _("%(person)s hopes, by %(day)s: “%(hope)s”.") % words
    return _("%(person)s hopes: “%(hope)s”.") % words


def _stage(told: Gathered, one) -> str:
    return sighted(one, {stage.id: stage.name for stage in told.stages})


def _day(day) -> str:
    return date_format(day, "DATE_FORMAT")

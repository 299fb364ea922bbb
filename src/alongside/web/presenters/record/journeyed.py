"""The journey in the record: concerns, where things stood, hopes, goals, what carries, safety."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from alongside.journeys.models import SaferPlan
from alongside.journeys.queries import long_view, plan, safety, walk
from alongside.journeys.queries.stages import stages_of
from alongside.web.presenters.record.entries import beside, day_of, entry


def concerns(reader, recoveree):
    """What the person named, with what it was called before and when it rested."""
    for row in walk.concerns_of(recoveree).prefetch_related("former_names"):
        turns = sorted(row.rhythms.all(), key=lambda turn: (turn.on, turn.pk))
        lines = [
            row.get_dimension_display(),
            *(_("Called before: %s") % former.name for former in row.former_names.all()),
            *(f"{_day(turn.on)}: {turn.get_kind_display()}" for turn in turns),
        ]
        yield entry(row, _("A concern"), on=row.named_on, words=row.name, lines=lines)


def stood(reader, recoveree):
    """Where things stood, day by day, and how the person talked of change."""
    stages = {stage.id: stage.name for stage in stages_of(recoveree.program)}
    for row in walk.sightings_of(recoveree):
        where = stages.get(row.stage_id, "") or row.get_answer_display()
        who = _("The person said so") if row.said_by_person else _("As the coach saw it")
        lines = [
            beside(where, who),
            _("This was set right later.") if row.corrections.all() else "",
        ]
        by = "" if row.said_by_person else row.by.name
        yield entry(row, _about(row), on=row.seen_on, words=row.words, lines=lines, by=by)
    for row in walk.talks_of(recoveree).select_related("concern"):
        title = _("How you talked about change: %s") % _about(row)
        yield entry(row, title, on=row.said_on, words=row.words, lines=[row.get_talk_display()])


def wanted(reader, recoveree):
    """Hopes, and goals with their steps; also those that are done, changed or let go."""
    stages = {stage.id: stage.name for stage in stages_of(recoveree.program)}
    for row in plan.every_hope_of(recoveree):
        lines = [
            beside(_about(row), stages.get(row.stage_id, ""), _by_when(row.by_on)),
            _("Changed or taken out on %s") % _day(day_of(row.ended_at)) if row.ended_at else "",
        ]
        yield entry(row, _("A hope"), on=row.hoped_on, words=row.words, lines=lines)
    for row in plan.goals_of(recoveree):
        yield _goal(row)
        for step in row.steps.all():
            yield _step(step)


def _goal(row):
    lines = [
        beside(row.concern and row.concern.name, row.get_dimension_display(), _by_when(row.by_on)),
        _("What has worked before: %s") % row.worked_before if row.worked_before else "",
        _("Who can help: %s") % row.who_helps if row.who_helps else "",
        f"{_day(row.ended_on)}: {row.get_outcome_display()}" if row.outcome else "",
    ]
    return entry(row, _("A goal"), on=row.named_on, words=row.words, lines=lines)


def _step(step):
    ended = f"{_day(step.ended_on)}: {step.get_outcome_display()}" if step.outcome else ""
    lines = [beside(_by_when(step.by_on), ended, step.get_taken_by_display())]
    return entry(step, _("A small step"), words=step.words, lines=lines, belongs=True)


def carries(reader, recoveree):
    """Strengths, ways and medicine; also what no longer holds."""
    for row in plan.every_strength_of(recoveree):
        lines = [beside(row.get_dimension_display(), _until(row))]
        yield entry(row, _("A strength"), words=row.words, lines=lines)
    for row in plan.every_pathway_of(recoveree):
        yield entry(row, _("A way you walk"), on=row.since, words=str(row), lines=_more(row))
    for row in plan.every_medicine_of(recoveree):
        yield entry(row, _("Medicine"), on=row.since, words=str(row), lines=_more(row))


def _more(row) -> list[str]:
    return [row.said, _until(row)]


def safer(reader, recoveree):
    """The plan to be safer, as it is and was, and overdoses we were told of."""
    for row in safety.safer_plans_of(recoveree):
        boxes = [SaferPlan._meta.get_field(name) for name in SaferPlan.BOXES]
        told = [(str(box.verbose_name), getattr(row, box.name)) for box in boxes]
        lines = [f"{name[:1].upper()}{name[1:]}: {text}" for name, text in told if text]
        title = _("My plan to be safer")
        yield entry(row, title, on=day_of(row.created_at), lines=lines, by=row.by.name)
    for row in safety.overdoses_of(recoveree):
        lines = [beside(_("Told by: %s") % row.get_told_by_display(), row.get_answer_display())]
        yield entry(row, _("An overdose"), on=row.happened_on, words=row.words, lines=lines)


def in_touch(reader, recoveree):
    """What the person wished for to stay in touch, and how check-ins went."""
    for row in long_view.check_in_wishes_of(recoveree):
        many = _("Every %s months") % row.every_months
        every = _("Every month") if row.every_months == 1 else many
        lines = [beside(every, _("Until %s") % _day(row.until), _until(row))]
        yield entry(row, _("Check-ins you wished for"), on=day_of(row.created_at), lines=lines)
    for row in long_view.check_ins_of(recoveree):
        lines = [row.get_answer_display()]
        yield entry(row, _("A check-in"), on=row.on, words=row.words, lines=lines, by=row.by.name)


def _about(row) -> str:
    return row.concern.name if row.concern else _("My journey in general")


def _by_when(day) -> str:
    return _("By %s") % _day(day) if day else ""


def _until(row) -> str:
    return _("Held until %s") % _day(day_of(row.ended_at)) if row.ended_at else ""


def _day(day) -> str:
    return date_format(day, "DATE_FORMAT") if day else ""

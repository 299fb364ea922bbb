"""Beginning a cohort, changing it, ending it, and saying who leads it."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path
from secrets import choice
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.audit import trail
from alongside.common.clock import begin_of, now
from alongside.common.errors import NotAllowed
from alongside.learning.actions.once import store_new
from alongside.learning.actions.rooms import hold
from alongside.learning.curricula import Break, Course, files_in, packed, read
from alongside.learning.models import Cohort, CohortDay, Edition, Outcome, Room, Slot, Trainer
from alongside.learning.queries.outcome import counted
from alongside.team.models import Account, Program

#: Without letters and digits that are taken for one another when read aloud or by hand.
ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
CODE_LENGTH = 7


@transaction.atomic
def begin_cohort(
    *,
    program: Program,
    folder: Path,
    name: str,
    days: Sequence[date],
    starts: time,
    by: Account,
    trainers: Sequence[Account] = (),
    id: UUID | None = None,
    **told,
) -> Cohort:
    """A cohort with its room and agenda, in the edition that is installed now.

    days: one for each day of the course. Sent again with the same id it is found.
    """
    if id and (made := Cohort.objects.filter(pk=id, program=program, by=by).first()):
        return made
    edition, course = _edition(program, folder)
    _check_days(course, days)
    cohort = Cohort(program=program, edition=edition, name=name, by=by, code=new_code(), **told)
    if id:
        cohort.id = id
    store_new(cohort)
    Room.objects.create(cohort=cohort)
    _lay_agenda(cohort, course, days, starts)
    for account in dict.fromkeys([by, *trainers]):
        Trainer.objects.create(cohort=cohort, account=account)
    trail.record("cohort.begin", cohort, by=by)
    return cohort


def _edition(program: Program, folder: Path) -> tuple[Edition, Course]:
    files = files_in(folder)
    course = read(files)
    edition, _made = Edition.objects.get_or_create(
        program=program,
        fingerprint=course.fingerprint,
        defaults={"key": course.key, "version": course.edition, "files": packed(files)},
    )
    return edition, course


def _check_days(course: Course, days: Sequence[date]) -> None:
    if len(days) != len(course.days):
        raise NotAllowed(
            _("This course has %(count)d days. Give a date for each.") % {"count": len(course.days)}
        )
    if list(days) != sorted(set(days)):
        raise NotAllowed(_("Give the days in their order, each day once."))


def new_code() -> str:
    """A code to read aloud, of about 34 random bits. It lets nobody see anything."""
    return "".join(choice(ALPHABET) for _ in range(CODE_LENGTH))


def _lay_agenda(cohort: Cohort, course: Course, days: Sequence[date], starts: time) -> None:
    order = 0
    for number, (day, on) in enumerate(zip(course.days, days, strict=True), start=1):
        minutes = sum(entry.minutes for entry in day.agenda)
        begins_at = moment(on, starts)
        row = CohortDay.objects.create(
            cohort=cohort,
            number=number,
            begins_at=begins_at,
            ends_at=begins_at + timedelta(minutes=minutes),
        )
        slots = []
        for entry in day.agenda:
            order += 1
            slots.append(_slot(cohort, row, order, entry))
        Slot.objects.bulk_create(slots)


def _slot(cohort: Cohort, day: CohortDay, order: int, entry) -> Slot:
    is_break = isinstance(entry, Break)
    return Slot(
        cohort=cohort,
        day=day,
        order=order,
        key="" if is_break else entry.key,
        title=entry.title.said(cohort.language)[:200],
        minutes=entry.minutes,
        is_break=is_break,
    )


def moment(on: date, at: time) -> datetime:
    """A moment of a day by the program's clock."""
    return begin_of(on).replace(hour=at.hour, minute=at.minute)


@transaction.atomic
def change_cohort(*, cohort: Cohort, by: Account, **changed) -> Cohort:
    for name, value in changed.items():
        setattr(cohort, name, value)
    cohort.save(update_fields=list(changed))
    trail.record("cohort.change", cohort, by=by, detail=" ".join(sorted(changed)))
    return cohort


@transaction.atomic
def move_day(*, day: CohortDay, on: date, at: time, by: Account) -> CohortDay:
    """Another date or hour. How long the day lasts stays."""
    lasts = day.ends_at - day.begins_at
    day.begins_at = moment(on, at)
    day.ends_at = day.begins_at + lasts
    day.save(update_fields=["begins_at", "ends_at"])
    trail.record("cohort.move", day, by=by, detail="begins_at")
    return day


@transaction.atomic
def add_trainer(*, cohort: Cohort, account: Account, by: Account) -> Trainer:
    row, is_new = Trainer.objects.get_or_create(cohort=cohort, account=account, ended_at=None)
    if is_new:
        trail.record("trainer.add", row, by=by)
    return row


@transaction.atomic
def end_trainer(*, trainer: Trainer, by: Account) -> None:
    """Somebody leads no more. One stays, so that nobody's cohort is left alone."""
    others = Trainer.objects.select_for_update().live().filter(cohort=trainer.cohort_id)
    if trainer.ended_at is not None:
        return
    if not others.exclude(pk=trainer.pk).exists():
        raise NotAllowed(_("Somebody has to lead. Add another trainer first."))
    trainer.ended_at = now()
    trainer.save(update_fields=["ended_at"])
    trail.record("trainer.end", trainer, by=by)


@transaction.atomic
def end_cohort(*, cohort: Cohort, by: Account) -> None:
    """The course is over: nobody joins any more, and what it came to is counted, once.

    Certificates and plans stay, and what was missed can still be made up.
    """
    hold(cohort)
    if Cohort.objects.filter(pk=cohort.pk, ended_at=None).update(ended_at=now()):
        Outcome.objects.create(cohort=cohort, figures=counted(cohort))
        trail.record("cohort.end", cohort, by=by)

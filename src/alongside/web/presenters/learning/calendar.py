"""The days of a cohort as a calendar file. It says when and where, and not what for."""

from datetime import timedelta

from django.utils.translation import gettext as _
from icalendar import Alarm, Calendar, Event

from alongside.common.clock import now


def calendar_file(cohort) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", "-//Alongside//EN")
    calendar.add("version", "2.0")
    for day in cohort.cohortdays.all():
        event = Event()
        event.add("uid", f"{day.pk}@alongside")
        event.add("dtstamp", now())
        event.add("dtstart", day.begins_at)
        event.add("dtend", day.ends_at)
        event.add("summary", _("Training day %(number)d") % {"number": day.number})
        event.add("location", cohort.place or "")
        event.add_component(_reminder())
        calendar.add_component(event)
    return calendar.to_ical()


def _reminder() -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", _("Tomorrow"))
    alarm.add("trigger", timedelta(days=-1))
    return alarm

"""What a person told, and what the program keeps of them besides what happened."""

from django.utils.translation import gettext as _

from alongside.consent.queries import disclosures_of
from alongside.people.days import shown
from alongside.people.models import Reply
from alongside.people.queries import telling
from alongside.people.queries.handing import hand_overs_of
from alongside.people.queries.reading import old_words_of, own_words_for
from alongside.people.queries.safety import pauses_of
from alongside.people.queries.standing import rhythms_of
from alongside.people.queries.walking import pairings_of
from alongside.people.questions import BY_KEY
from alongside.web.presenters.record.entries import Entry, beside, day_of, entry


def own_words(reader, recoveree):
    for row in telling.statements_of(recoveree):
        yield entry(row, _("Recovery, in my words"), on=row.said_on, words=row.words)
    for row in own_words_for(recoveree).get(None, []):
        title = _("Not how I see it") if row.is_not_how_i_see_it else _("My own words")
        yield entry(row, title, on=day_of(row.at), words=row.words)


def about(reader, recoveree):
    yield Entry(recoveree._meta.label_lower, recoveree.pk, _("Called"), words=recoveree.called)
    for row in telling.words_of(recoveree):
        title = _("Please use this word") if row.is_wanted else _("Please do not use this word")
        yield entry(row, title, on=day_of(row.created_at), words=row.word)
    for key, replies in telling.answers_of(recoveree).items():
        question = BY_KEY.get(key)
        for row in replies:
            label = question.label if question else key
            words = row.words
            if row.reply != Reply.ANSWERED:
                words = row.get_reply_display()
            elif question and question.kind == "date":
                words = shown(row.words)
            yield entry(row, label, on=day_of(row.at), words=words)


def ways(reader, recoveree):
    for row in [*telling.ways_of(recoveree), *telling.ended_ways_of(recoveree)]:
        lines = [
            row.times,
            beside(
                _("May we leave a message? %s") % row.get_may_leave_message_display(),
                _("May we say who is calling? %s") % row.get_may_say_who_display(),
            ),
            row.care,
            _until(row),
        ]
        yield entry(row, row.get_kind_display(), words=row.address, lines=lines)


def _until(row) -> str:
    return _("Held until %s") % shown(day_of(row.ended_at).isoformat()) if row.ended_at else ""


def allies(reader, recoveree):
    for row in [*telling.allies_of(recoveree), *telling.ended_allies_of(recoveree)]:
        knows = _("May know: %s") % row.get_knows_display()
        lines = [beside(row.relation, row.address), knows, row.knows_words, _until(row)]
        yield entry(row, row.name, lines=lines)


def where(reader, recoveree):
    for row in telling.whereabouts_of(recoveree):
        yield entry(row, row.get_kind_display(), on=row.since, words=row.place)


def walk(reader, recoveree):
    for row in pairings_of(recoveree):
        until = _("until %s") % shown(row.until.isoformat()) if row.until else ""
        title = _("%s walks with you") if not row.until else _("%s walked with you")
        yield entry(row, title % row.coach.name, on=row.since, lines=[until])
    for row in rhythms_of(recoveree):
        yield entry(row, row.get_kind_display(), on=row.on, words=row.words)
    for row in hand_overs_of(recoveree):
        lines = [
            _("Urgent: %s") % row.urgent if row.urgent else "",
            _("Promised: %s") % row.promised if row.promised else "",
        ]
        title = _("Handed over to %s") % row.to_coach.name
        yield entry(row, title, on=day_of(row.created_at), lines=lines, by=row.by.name)


def pauses(reader, recoveree):
    for row in pauses_of(recoveree):
        day = shown((day_of(row.ended_at) or row.until).isoformat())
        lines = [_("Until %s") % day, _("To object: %s") % row.appeal_to]
        title = _("A pause for safety")
        yield entry(row, title, on=row.since, words=row.reason, lines=lines, by=row.by.name)
        for one in row.appeals.all():
            answer = _("The answer: %s") % one.answer if one.answer else _("Not answered yet.")
            title = _("What you said against it")
            yield entry(one, title, on=day_of(one.created_at), words=one.words, lines=[answer])


def old(reader, recoveree):
    for row in old_words_of(recoveree):
        yield entry(row, row.heading, words=row.words, lines=[row.source])


def disclosures(reader, recoveree):
    for row in disclosures_of(reader, recoveree):
        lines = [
            beside(
                _("To: %s") % ", ".join(filter(None, [row.recipient, row.address])),
                _("What for: %s") % row.purpose,
            ),
            _("On what ground: %s") % row.get_basis_display(),
            row.grounds,
            row.told,
        ]
        title = _("Told or given: %s") % row.what
        yield entry(row, title, on=day_of(row.at), lines=lines, by=row.by.name)

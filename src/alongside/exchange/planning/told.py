"""What one row tells of a person, as rows to be written: `(kind, its fields)`.

Kinds are those of `people.actions.importing`: answer, way, old_word, whereabouts, rhythm,
pairing, death. What does not fit a field is an old word: the heading, and what stood there.
"""

from datetime import date

from alongside.exchange.fields import ANSWERS
from alongside.exchange.planning.rows import Setting, Sheet, word_key
from alongside.exchange.values.dates import Reading, read_day
from alongside.exchange.values.names import tidy_name
from alongside.exchange.values.phones import read_phone
from alongside.exchange.values.texts import text_of
from alongside.exchange.values.words import guess_status, is_nothing, read_yes_no

Told = list[tuple[str, dict]]
LONGEST_WORDS = 4000
YOUNGEST = 8  # years: so that a birth year of two digits is not this year's


def tell(sheet: Sheet, cells: list, setting: Setting) -> Told:
    """All that a row tells of a person, nothing lost but columns that were left out."""
    told: Told = []
    for key in sheet.by_field:
        if sheet.text(cells, key):
            told += _TELLERS.get(key, _nothing)(sheet, cells, setting, key)
    for index in sheet.kept:
        if index < len(cells) and (text := text_of(cells[index])):
            told.append(_old_word(sheet.headings[index], text, setting))
    return told


def _old_word(heading: str, text: str, setting: Setting) -> tuple[str, dict]:
    fields = {"heading": heading[:200], "words": text[:LONGEST_WORDS]}
    return ("old_word", {**fields, "source": setting.source[:200]})


def _keep(sheet: Sheet, cells: list, setting: Setting, key: str) -> Told:
    return [_old_word(sheet.heading(key), sheet.text(cells, key), setting)]


def _nothing(sheet, cells, setting, key) -> Told:
    return []


def _answer(sheet: Sheet, cells: list, setting: Setting, key: str) -> Told:
    return [("answer", {"question": key, "words": sheet.text(cells, key)[:LONGEST_WORDS]})]


def _name(sheet: Sheet, cells: list, setting: Setting, key: str) -> Told:
    """A name beside the one they go by is their answer to "full name"."""
    name, called = sheet.name(cells), tidy_name(sheet.cell(cells, "called"))
    if not called or called == name or (key == "last_name" and "first_name" in sheet.by_field):
        return []
    return [("answer", {"question": "full_name", "words": name})]


def _day(cell, reading: Reading, setting: Setting) -> date | None:
    read = read_day(cell, reading)
    return read.day if read and read.day <= setting.today else None


def _born_on(sheet: Sheet, cells: list, setting: Setting, key: str) -> Told:
    day = _day(sheet.cell(cells, key), setting.reading(key, setting.today.year - YOUNGEST), setting)
    if day is None:
        return _keep(sheet, cells, setting, key)
    return [("answer", {"question": "born_on", "words": day.isoformat()})]


def _began_on(sheet: Sheet, cells: list, setting: Setting, key: str) -> Told:
    day = _day(sheet.cell(cells, key), setting.reading(key, setting.today.year + 20), setting)
    return [("rhythm", {"on": day})] if day else _keep(sheet, cells, setting, key)


def _phone(sheet: Sheet, cells: list, setting: Setting, key: str) -> Told:
    text, phone = sheet.text(cells, key), read_phone(sheet.cell(cells, key))
    if phone is None:
        return [] if is_nothing(text) else _keep(sheet, cells, setting, key)
    message = sheet.text(cells, "message")
    way = {"kind": "phone", "address": phone.shown, "digits": phone.digits, **_permission(message)}
    if "text" in word_key(message):
        way["kind"] = "text"
    if phone.through:
        way |= {"kind": "through", "address": phone.through[:300]}
    return [("way", way)]


def _permission(message: str) -> dict:
    match read_yes_no(message):
        case True:
            return {"may_leave_message": "yes"}
        case False:
            return {"may_leave_message": "no"}
    return {"may_leave_message": "partly", "care": message[:500]} if message else {}


def _message(sheet: Sheet, cells: list, setting: Setting, key: str) -> Told:
    """Stands with the phone number; without one it is kept, so that nobody calls unasked."""
    has_phone = read_phone(sheet.cell(cells, "phone")) is not None
    return [] if has_phone else _keep(sheet, cells, setting, key)


def _email(sheet: Sheet, cells: list, setting: Setting, key: str) -> Told:
    text = sheet.text(cells, key)
    if "@" not in text:
        return [] if is_nothing(text) else _keep(sheet, cells, setting, key)
    return [("way", {"kind": "email", "address": text[:300], "digits": text.casefold()})]


def _coach(sheet: Sheet, cells: list, setting: Setting, key: str) -> Told:
    account_id = setting.choices.staff.get(word_key(sheet.text(cells, key)))
    return [("pairing", {"coach": account_id})] if account_id else _keep(sheet, cells, setting, key)


def _status(sheet: Sheet, cells: list, setting: Setting, key: str) -> Told:
    """Where somebody is, or a history note in the old list's words. Never a status."""
    text = sheet.text(cells, key)
    choice = setting.choices.statuses.get(word_key(text)) or guess_status(text)
    if choice == "leave":
        return []
    kept = _keep(sheet, cells, setting, key)
    if choice == "history":
        return kept
    if choice == "death":
        return [("death", {}), *kept]
    return [("whereabouts", {"kind": choice}), *kept]


_TELLERS = {
    **dict.fromkeys(ANSWERS, _answer),
    "name": _name,
    "first_name": _name,
    "last_name": _name,
    "number": _keep,
    "born_on": _born_on,
    "began_on": _began_on,
    "phone": _phone,
    "message": _message,
    "email": _email,
    "coach": _coach,
    "status": _status,
}

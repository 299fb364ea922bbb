"""What has been built on contacts since an import made them: it stays when that is undone."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from alongside.common.chunks import chunks
from alongside.common.hanging import built_on
from alongside.contacts.models import Contact, Note
from alongside.people.queries.importing import own_words_about


def contacts_built_on(ids: Iterable[UUID], *, since: datetime) -> set[UUID]:
    """Those of these contacts to which anybody has since added something.

    A note that corrects one of theirs, a person's own words on one, a promise, …
    """
    ids = list(ids)
    built = built_on(Contact, ids, since=since) | own_words_about(ids, since=since)
    for chunk in chunks(ids, 500):
        notes = dict(Note.objects.filter(contact__in=chunk).values_list("pk", "contact_id"))
        touched = built_on(Note, notes, since=since) | own_words_about(notes, since=since)
        built.update(notes[note] for note in touched)
    return built

"""Bringing a spreadsheet without a browser: every guess as the pages would show it.

For whoever sits at the command line. Guesses are those of the pages, so the way to change
one is to bring the file there once: what was answered is remembered and holds here too.
"""

from collections.abc import Iterator

from alongside.exchange.actions import answer, bring, choose_sheets, confirm, map_columns
from alongside.exchange.actions.confirm import claim
from alongside.exchange.actions.steps import leave
from alongside.exchange.forms.questions import QuestionsForm
from alongside.exchange.forms.steps import SheetForm
from alongside.exchange.models import Batch
from alongside.exchange.planning.rows import Choices
from alongside.exchange.queries.planned import mapping_of
from alongside.team.models import Account, Program


def take_in_file(
    program: Program, by: Account, *, file_name: str, data: bytes, is_confirmed: bool
) -> Iterator[Batch]:
    """One batch for each sheet that looks like a list, people first. Raises NotAllowed.

    The `counts` of a batch say what comes of its rows. Unless confirmed nothing is kept; a
    list of contacts then finds only people who are here already, not those of the sheet
    beside it.
    """
    batch = bring(program=program, by=by, file_name=file_name, data=data)
    forms = SheetForm.all_of(batch)
    chosen = [form.guessed for form in forms if form.initial["take"] or len(forms) == 1]
    for one in choose_sheets(batch=batch, sheets=chosen, by=by):
        yield _take_in(one, by, is_confirmed=is_confirmed)


def _take_in(batch: Batch, by: Account, *, is_confirmed: bool) -> Batch:
    map_columns(batch=batch, columns=mapping_of(batch)["columns"], by=by)
    answer(batch=batch, choices=guessed_choices(batch, by), by=by)
    if is_confirmed and claim(batch=batch):
        confirm(batch=batch, by=by)
    elif not is_confirmed:
        leave(batch=batch, by=by)
    return batch


def guessed_choices(batch: Batch, by: Account) -> Choices:
    """The answers that the page of questions would have set."""
    return QuestionsForm(batch=batch, by=by).guessed

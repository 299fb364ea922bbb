"""Verbs on imports: bring, choose, map, answer, confirm, leave, take back."""

from alongside.exchange.actions.confirm import confirm, take_up_again
from alongside.exchange.actions.steps import (
    answer,
    bring,
    choose_sheets,
    leave,
    map_columns,
    step_back,
)
from alongside.exchange.actions.undo import undo

__all__ = [
    "answer",
    "bring",
    "choose_sheets",
    "confirm",
    "leave",
    "map_columns",
    "step_back",
    "take_up_again",
    "undo",
]

"""Verbs on imports: bring, choose, map, answer, confirm, leave, take back."""

from alongside.exchange.actions.confirm import confirm
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
    "undo",
]

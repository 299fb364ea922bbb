"""The doors for a list that somebody brings, step by step."""

from alongside.exchange.forms.questions import QuestionsForm
from alongside.exchange.forms.steps import ColumnsForm, SheetForm, UploadForm

__all__ = ["ColumnsForm", "QuestionsForm", "SheetForm", "UploadForm"]

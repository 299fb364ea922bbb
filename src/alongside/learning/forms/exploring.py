"""The door to the strategies: a drug, a way of taking it, a moment; each chosen or left open."""

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from alongside.learning.curricula.exploring import ALL, ANY, Asked
from alongside.learning.curricula.parts import MOMENTS

MOMENT_WORDS = {"before": _("before"), "during": _("during"), "after": _("after")}


class ExploreForm(forms.Form):
    """Sent with GET, so that its address can be passed on. told: what stands in the address."""

    drug = forms.ChoiceField(label=_("Drug"), required=False)
    route = forms.ChoiceField(label=_("How it is taken"), required=False)
    moment = forms.ChoiceField(label=_("Moment"), required=False)

    def __init__(self, told, *, course, language):
        super().__init__({name: told[name] for name in self.base_fields if name in told} or None)
        parts = course.library.strategies
        drugs = [(one.key, one.title.said(language)) for one in parts.drugs if one.key != ALL]
        routes = [(one.key, one.title.said(language)) for one in parts.routes if one.key != ANY]
        moments = [(key, capfirst(MOMENT_WORDS[key])) for key in MOMENTS]
        self.fields["drug"].choices = [("", _("every drug")), *drugs]
        self.fields["route"].choices = [("", _("every way")), *routes]
        self.fields["moment"].choices = [("", _("every moment")), *moments]
        for field in self.fields.values():
            field.error_messages["invalid_choice"] = _("Choose one of this list.")

    def asked(self) -> Asked:
        """What was chosen. What is not there is told beside its box, and counts as open."""
        self.is_valid()
        return Asked(**getattr(self, "cleaned_data", {}))

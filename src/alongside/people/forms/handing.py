"""The door for handing over."""

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.common.writing import AboutSomeone
from alongside.people.actions.handing import hand_over
from alongside.people.forms.once import AboutForm
from alongside.people.models import HandOver
from alongside.team.models import Account
from alongside.team.queries import coaches_of


class HandOverForm(AboutForm):
    """From one coach (or nobody) to the next one."""

    stays = forms.BooleanField(
        label=_("The coach before goes on walking with them too"), required=False
    )

    class Meta:
        model = HandOver
        fields = ("from_coach", "to_coach", "urgent", "promised")
        labels = {
            "from_coach": _("Who walks with them now?"),
            "to_coach": _("Who is next?"),
            "urgent": _("What is urgent now?"),
            "promised": _("What was promised?"),
        }
        help_texts = {
            "urgent": _("What the next coach should know before the first hello."),
            "promised": _("Open promises go along by themselves. Add what is not written there."),
        }
        error_messages = {"to_coach": {"required": _("Choose who walks with them next.")}}
        widgets = {
            "urgent": AboutSomeone(attrs={"rows": 4}),
            "promised": AboutSomeone(attrs={"rows": 3}),
        }

    def __init__(self, *args, walking: list[Account], **kwargs):
        super().__init__(*args, **kwargs)
        now = self.fields["from_coach"]
        now.queryset = Account.objects.filter(pk__in=[coach.pk for coach in walking])
        now.required = False
        now.empty_label = _("Nobody, or it does not matter")
        self.fields["to_coach"].queryset = coaches_of(self.recoveree.program)
        self.fields["to_coach"].empty_label = _("Choose a coach")

    def save(self):
        return hand_over(**self.told())

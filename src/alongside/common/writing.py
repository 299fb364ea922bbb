"""Where one writes about somebody."""

from django import forms


class AboutSomeone(forms.Textarea):
    """A box for words about a person: its page looks out for words that harm."""

    template_name = "django/forms/widgets/about_someone.html"


def tell_whom(form: forms.BaseForm, person) -> None:
    """In the boxes of this form the words that this person wants, or not, count as well."""
    for field in form.fields.values():
        if isinstance(field.widget, AboutSomeone) and person is not None:
            field.widget.attrs["data-person"] = str(person.pk)

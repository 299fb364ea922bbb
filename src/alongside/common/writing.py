"""Where one writes about somebody."""

from django import forms


class AboutSomeone(forms.Textarea):
    """A box for words about a person: its page looks out for words that harm."""

    template_name = "django/forms/widgets/about_someone.html"


def tell_whom(form: forms.BaseForm, person) -> None:
    """In the boxes of this form the words that this person wants, or not, count as well."""
    if person is not None:
        _mark(form, "data-person", str(person.pk))


def tell_where(form: forms.BaseForm, address: str) -> None:
    """The boxes of this form ask at an address of their own, for those without an account."""
    _mark(form, "data-check", address)


def _mark(form: forms.BaseForm, name: str, value: str) -> None:
    for field in form.fields.values():
        if isinstance(field.widget, AboutSomeone):
            field.widget.attrs[name] = value

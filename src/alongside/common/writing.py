"""Where one writes about somebody."""

from django import forms


class AboutSomeone(forms.Textarea):
    """A box for words about a person: its page looks out for words that harm."""

    template_name = "django/forms/widgets/about_someone.html"

    def is_about(self, person) -> None:
        """The words that this person wants, and does not want, count as well."""
        self.attrs["data-person"] = str(person.pk)

"""A page that shows every part of our pages, for tests and for looking. Not served otherwise."""

from pathlib import Path
from types import SimpleNamespace

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.template import engines
from django.urls import path
from django_cotton.compiler_regex import CottonCompiler

from alongside.config.urls import handler404  # noqa: F401
from alongside.config.urls import urlpatterns as every_page

HOW = [("phone", "On the phone"), ("walk", "On a walk"), ("door", "At their door")]


class Sample(forms.Form):
    called = forms.CharField(label="What shall I call you?", help_text="Any word is good.")
    email = forms.EmailField(label="An address")
    day = forms.DateField(label="Which day?", required=False)
    at = forms.TimeField(label="At what time?", required=False)
    minutes = forms.IntegerField(label="How many minutes?", required=False)
    where = forms.ChoiceField(label="Where?", choices=[("", "Not said"), *HOW], required=False)
    how = forms.ChoiceField(label="How did you meet?", choices=HOW, widget=forms.RadioSelect)
    moves = forms.MultipleChoiceField(
        label="What did you do?",
        help_text="As many as fit.",
        choices=[("Recovery coaching", HOW[:2]), ("Harm reduction", HOW[2:])],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    together = forms.BooleanField(label="We wrote this together", required=False, help_text="Both")
    note = forms.CharField(label="A note", widget=forms.Textarea, required=False)
    file = forms.FileField(label="A file", required=False)


@login_not_required
def gallery(request):
    source = Path(__file__).with_name("gallery.html").read_text(encoding="utf-8")
    template = engines["django"].from_string(CottonCompiler().process(source))
    messages.success(request, "Saved.")
    form = Sample(request.POST or ({} if "wrong" in request.GET else None))
    pages = Paginator(range(90), 30)
    sam = SimpleNamespace(called="Sam")
    context = {"form": form, "page": pages.page(2), "sam": sam}
    return HttpResponse(template.render(context, request))


urlpatterns = [path("gallery/", gallery, name="gallery"), *every_page]

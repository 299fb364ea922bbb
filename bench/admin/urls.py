"""Stock admin pages for people and contacts: no trail, no scoping, 50 rows a page.

People are listed twice: with the columns of their own table alone, and with the columns
that Alongside's list shows, as a careful developer would fetch them: in one query.
"""

from django.contrib import admin
from django.db.models import OuterRef, Subquery
from django.urls import path

from alongside.config.urls import urlpatterns as own
from alongside.contacts.models import Attendance, Contact, Given, MoveMade, Note
from alongside.people.models import Pairing, Recoveree, Rhythm, Whereabouts


class OpenSite(admin.AdminSite):
    """Whoever is signed in may do anything: rights are not what is measured."""

    def has_permission(self, request):
        return request.user.is_authenticated


class Open:
    def has_module_permission(self, request):
        return True

    def has_view_permission(self, request, obj=None):
        return True

    has_add_permission = has_change_permission = has_delete_permission = has_view_permission

    def log_addition(self, request, obj, message):
        """No log of its own, as its table is not there."""


class InAContact(Open, admin.TabularInline):
    extra = 1
    fk_name = "contact"
    raw_id_fields = ("by",)


class AttendanceInline(InAContact):
    model = Attendance
    raw_id_fields = ("recoveree", "by")


class NoteInline(InAContact):
    model = Note
    raw_id_fields = ("recoveree", "by")
    exclude = ("corrects",)


class MoveInline(InAContact):
    model = MoveMade
    raw_id_fields = ()


class GivenInline(InAContact):
    model = Given
    raw_id_fields = ()


class People(Open, admin.ModelAdmin):
    list_display = ("called", "program", "created_at")
    list_per_page = 50
    list_select_related = ("program",)


class PersonAtAGlance(Recoveree):
    """People once more, as the admin lists a model in one way only."""

    class Meta:
        app_label = "people"
        proxy = True
        verbose_name_plural = "people at a glance"


class PeopleAtAGlance(Open, admin.ModelAdmin):
    list_display = ("called", "walks_with", "where", "last_in_touch", "rests")
    list_per_page = 50

    def get_queryset(self, request):
        return (
            super()
            .get_queryset(request)
            .annotate(
                coach_name=_latest(Pairing, "coach__name", until=None),
                where_now=_latest(Whereabouts, "kind"),
                met_at=_latest(Attendance, "at", by="-at"),
                rhythm=_latest(Rhythm, "kind"),
            )
        )

    def walks_with(self, person):
        return person.coach_name

    def where(self, person):
        return Whereabouts.Kind(person.where_now).label if person.where_now else ""

    def last_in_touch(self, person):
        return person.met_at

    @admin.display(boolean=True)
    def rests(self, person):
        return person.rhythm == Rhythm.Kind.RESTING


def _latest(model, name: str, *, by: str = "-id", **only):
    """One value of the latest row about each person."""
    rows = model.objects.filter(recoveree=OuterRef("pk"), **only)
    return Subquery(rows.order_by(by).values(name)[:1])


class Contacts(Open, admin.ModelAdmin):
    list_display = ("at", "how", "minutes", "site", "staff", "program")
    list_per_page = 50
    list_select_related = ("site", "staff", "program")
    raw_id_fields = ("by", "staff", "program", "site")
    inlines = (AttendanceInline, MoveInline, GivenInline, NoteInline)


site = OpenSite(name="admin")
site.register(Recoveree, People)
site.register(PersonAtAGlance, PeopleAtAGlance)
site.register(Contact, Contacts)

urlpatterns = [path("admin/", site.urls), *own]

"""Stock admin pages for people and contacts: no trail, no scoping, 50 rows a page."""

from django.contrib import admin
from django.urls import path

from alongside.config.urls import urlpatterns as own
from alongside.contacts.models import Attendance, Contact, Given, MoveMade, Note
from alongside.people.models import Recoveree


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


class Contacts(Open, admin.ModelAdmin):
    list_display = ("at", "how", "minutes", "site", "staff", "program")
    list_per_page = 50
    list_select_related = ("site", "staff", "program")
    raw_id_fields = ("by", "staff", "program", "site")
    inlines = (AttendanceInline, MoveInline, GivenInline, NoteInline)


site = OpenSite(name="admin")
site.register(Recoveree, People)
site.register(Contact, Contacts)

urlpatterns = [path("admin/", site.urls), *own]

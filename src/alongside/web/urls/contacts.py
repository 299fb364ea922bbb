from django.urls import path

from alongside.web.views.contacts import record

urlpatterns = [
    path("contacts/new/", record.contact_new, name="contact-new"),
    path("contacts/<uuid:contact_id>/", record.contact, name="contact"),
]

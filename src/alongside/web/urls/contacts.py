from django.urls import path

from alongside.web.views.contacts import calls, lists, notes, promises, record

urlpatterns = [
    path("contacts/new/", record.contact_new, name="contact-new"),
    path("contacts/<uuid:contact_id>/", record.contact, name="contact"),
    path("notes/<uuid:note_id>/", notes.note, name="note"),
    path("notes/<uuid:note_id>/correct/", notes.note_correct, name="note-correct"),
    path("people/<uuid:recoveree_id>/notes/new/", notes.note_new, name="note-new"),
    path("people/<uuid:recoveree_id>/promises/new/", promises.promise_new, name="promise-new"),
    path("promises/<uuid:promise_id>/end/", promises.promise_end, name="promise-end"),
    path(
        "people/<uuid:recoveree_id>/appointments/new/",
        promises.appointment_new,
        name="appointment-new",
    ),
    path(
        "appointments/<uuid:appointment_id>/end/", promises.appointment_end, name="appointment-end"
    ),
    path(
        "appointments/<uuid:appointment_id>/move/",
        promises.appointment_move,
        name="appointment-move",
    ),
    path("calls/", calls.calls, name="calls"),
    path("people/<uuid:recoveree_id>/calls/new/", calls.call_new, name="call-new"),
    path("people/<uuid:recoveree_id>/calls/", calls.call_wish, name="call-wish"),
    path("people/<uuid:recoveree_id>/calls/end/", calls.call_wish_end, name="call-wish-end"),
    path("lists/", lists.lists, name="contact-lists"),
    path("lists/moves/<uuid:move_id>/", lists.move_row, name="move-row"),
    path("lists/items/<uuid:item_id>/", lists.item_row, name="item-row"),
]

"""Reading together, a copy, handing over, a pause, a death, joining two records."""

from django.urls import path

from alongside.web.views.people import death, handover, join, pause, together
from alongside.web.views.people.copy import copy

ONE = "people/<uuid:recoveree_id>/"

urlpatterns = [
    path(f"{ONE}together/", together.together, name="together"),
    path(f"{ONE}together/done/", together.together_done, name="together-done"),
    path(f"{ONE}together/words/", together.own_word, name="own-word"),
    path(f"{ONE}together/words/<uuid:row_id>/", together.own_word, name="own-word-about"),
    path(f"{ONE}copy/", copy, name="copy"),
    path(f"{ONE}hand-over/", handover.hand_over, name="hand-over"),
    path("hand-overs/<uuid:row_id>/seen/", handover.hand_over_seen, name="hand-over-seen"),
    path(f"{ONE}pauses/", pause.pauses, name="pauses"),
    path(f"{ONE}pauses/new/", pause.pause_new, name="pause-new"),
    path(f"{ONE}pauses/<uuid:row_id>/end/", pause.pause_end, name="pause-end"),
    path(f"{ONE}pauses/<uuid:row_id>/appeal/", pause.appeal_new, name="appeal-new"),
    path(f"{ONE}appeals/<uuid:row_id>/", pause.appeal_answer, name="appeal-answer"),
    path(f"{ONE}death/", death.death, name="death"),
    path(f"{ONE}death/take-back/", death.death_take_back, name="death-take-back"),
    path("support/<uuid:row_id>/", death.support_answer, name="support-answer"),
    path(f"{ONE}join/", join.join_find, name="join-find"),
    path(f"{ONE}join/<uuid:other_id>/", join.join, name="join"),
    path("joins/<uuid:row_id>/undo/", join.join_undo, name="join-undo"),
]

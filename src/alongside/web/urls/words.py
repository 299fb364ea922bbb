from django.urls import path

from alongside.web.views import words
from alongside.web.views.team import words as program_words

urlpatterns = [
    path("words/", words.inventory, name="words"),
    path("words/check/", words.words_check, name="words-check"),
    path("room/<uuid:cohort_id>/words/", words.room_words, name="room-words"),
    path("program/words/", program_words.program_words, name="program-words"),
    path(
        "program/words/<uuid:program_word_id>/end/",
        program_words.word_end,
        name="program-word-end",
    ),
]

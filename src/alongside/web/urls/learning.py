"""The addresses of courses: for trainers, for whoever takes part, and for whoever verifies."""

from django.urls import path

from alongside.web.views.learning import cohorts, given, lead, own, plan, room

ROOM = "room/<uuid:cohort_id>/"
COHORT = "cohorts/<uuid:cohort_id>/"
ONE = "cohorts/participants/<uuid:participant_id>/"

urlpatterns = [
    path("cohorts/", cohorts.cohorts, name="cohorts"),
    path("cohorts/begin/", cohorts.cohort_begin, name="cohort-begin"),
    path(COHORT, cohorts.cohort, name="cohort"),
    path(f"{COHORT}change/", cohorts.cohort_change, name="cohort-change"),
    path(f"{COHORT}end/", cohorts.cohort_end, name="cohort-end"),
    path(f"{COHORT}days.ics", cohorts.cohort_calendar, name="cohort-calendar"),
    path(f"{COHORT}attendance/", cohorts.attendance, name="attendance"),
    path(f"{COHORT}lead/", lead.lead, name="lead"),
    path(f"{COHORT}lead/act/", lead.lead_act, name="lead-act"),
    path("cohorts/days/<uuid:cohort_day_id>/", cohorts.cohort_day, name="cohort-day"),
    path("cohorts/trainers/<uuid:trainer_id>/end/", cohorts.trainer_end, name="trainer-end"),
    path(ONE, cohorts.participant, name="participant"),
    path(f"{ONE}waive/", cohorts.participant_waive, name="participant-waive"),
    path(f"{ONE}seat/", cohorts.participant_seat, name="participant-seat"),
    path(f"{ONE}leave/", cohorts.participant_leave, name="participant-leave"),
    path(f"{ONE}link/", cohorts.participant_link, name="participant-link"),
    path(f"{ONE}certificate/", given.certificate_give, name="certificate-give"),
    path(
        "certificates/<uuid:certificate_id>/take-back/",
        given.certificate_take_back,
        name="certificate-take-back",
    ),
    path("learning/", own.learning, name="learning"),
    path("learning/plans/", plan.plans, name="plans"),
    path("learning/plans/<uuid:plan_shared_id>/", plan.plan_shown, name="plan-shown"),
    path("learning/credentials/new/", own.credential_new, name="credential-new"),
    path(
        "learning/credentials/<uuid:credential_id>/paper/",
        own.credential_evidence,
        name="credential-evidence",
    ),
    path(
        "learning/credentials/<uuid:credential_id>/end/", own.credential_end, name="credential-end"
    ),
    path("room/", room.room_code, name="room-code"),
    path("room/join/<str:code>/", room.room_join, name="room-join"),
    path("room/link/<str:secret>/", room.room_link, name="room-link"),
    path("room/screen/<uuid:screen_id>/", lead.screen, name="room-screen"),
    path("room/pulse/<uuid:pulse_id>/", lead.room_pulse, name="room-pulse"),
    path(ROOM, room.room, name="room"),
    path(f"{ROOM}answer/<uuid:round_id>/", room.room_answer, name="room-answer"),
    path(f"{ROOM}agreements/", room.room_agreements, name="room-agreements"),
    path(f"{ROOM}agreements/<uuid:agreement_id>/", room.room_support, name="room-support"),
    path(f"{ROOM}here/", room.room_here, name="room-here"),
    path(f"{ROOM}me/", room.room_oneself, name="room-oneself"),
    path(f"{ROOM}leave/", room.room_leave, name="room-leave"),
    path(f"{ROOM}handouts/", room.room_handouts, name="room-handouts"),
    path(f"{ROOM}handouts/<uuid:slot_id>/", room.room_handout, name="room-handout"),
    path(f"{ROOM}movement/", room.room_movement, name="room-movement"),
    path(f"{ROOM}days.ics", room.room_calendar, name="room-calendar"),
    path(f"{ROOM}plan/", plan.plan, name="room-plan"),
    path(f"{ROOM}plan/goals/<uuid:plan_goal_id>/", plan.plan_turn, name="room-plan-turn"),
    path(f"{ROOM}plan/back/<uuid:follow_up_id>/", plan.plan_look_back, name="room-look-back"),
    path(f"{ROOM}certificate/", given.certificate, name="room-certificate"),
    path("badges/<uuid:badge_id>/", given.badge, name="badge"),
    path("badges/keys/<str:kid>/", given.badge_key, name="badge-key"),
    path("badges/issuers/<uuid:organization_id>/", given.badge_issuer, name="badge-issuer"),
    path("badges/revoked/<uuid:organization_id>/", given.badge_revoked, name="badge-revoked"),
    path("badges/courses/<uuid:edition_id>/", given.badge_achievement, name="badge-achievement"),
    path(".well-known/jwks.json", given.jwks, name="jwks"),
]

"""The addresses of a journey: concerns, where things stand, hopes, goals, and what carries."""

from django.urls import path

from alongside.web.views.journeys import long_view, plan, safety, stages, style, telling, walk
from alongside.web.views.journeys.journey import journey

ONE = "people/<uuid:recoveree_id>/journey/"
KIND = {kind: {"kind": kind} for kind in telling.KINDS}

urlpatterns = [
    path("style/", style.style, name="style"),
    path("style/reflect/", style.style_reflect, name="style-reflect"),
    path("style/served/", style.style_served, name="style-served"),
    path("stages/", stages.stages, name="stages"),
    path("stages/words/", stages.stage_words, name="stage-words"),
    path("stages/words/<uuid:stage_id>/", stages.stage, name="stage"),
    path(ONE, journey, name="journey"),
    path(f"{ONE}concerns/new/", walk.concern_new, name="concern-new"),
    path(f"{ONE}concerns/<uuid:concern_id>/", walk.concern, name="concern"),
    path(f"{ONE}concerns/<uuid:concern_id>/words/", walk.concern_reword, name="concern-reword"),
    path(f"{ONE}concerns/<uuid:concern_id>/turn/", walk.concern_turn, name="concern-turn"),
    path(f"{ONE}sightings/new/", walk.sighting_new, name="sighting-new"),
    path(f"{ONE}sightings/<uuid:sighting_id>/", walk.sighting_correct, name="sighting-correct"),
    path(f"{ONE}safer/", safety.safer_plan, name="safer-plan"),
    path(f"{ONE}overdoses/", safety.overdoses, name="overdoses"),
    path(f"{ONE}overdoses/<uuid:overdose_id>/", safety.overdose_settle, name="overdose-settle"),
    path(f"{ONE}check-ins/", long_view.check_ins, name="check-ins"),
    path(f"{ONE}check-ins/end/", long_view.check_ins_end, name="check-ins-end"),
    path(f"{ONE}check-ins/<uuid:check_in_wish_id>/", long_view.check_in, name="check-in"),
    path(f"{ONE}talk/", walk.change_talk, name="change-talk"),
    path(f"{ONE}hopes/", plan.hopes, name="hopes"),
    path(f"{ONE}hopes/<uuid:hope_id>/", plan.hope_change, name="hope-change"),
    path(f"{ONE}hopes/<uuid:hope_id>/end/", plan.hope_end, name="hope-end"),
    path(f"{ONE}goals/", plan.goals, name="goals"),
    path(f"{ONE}goals/new/", plan.goal_new, name="goal-new"),
    path(f"{ONE}goals/<uuid:goal_id>/", plan.goal, name="goal"),
    path(f"{ONE}goals/<uuid:goal_id>/change/", plan.goal_change, name="goal-change"),
    path(f"{ONE}goals/<uuid:goal_id>/end/", plan.goal_end, name="goal-end"),
    path(f"{ONE}steps/<uuid:step_id>/", plan.step_end, name="step-end"),
    *(path(f"{ONE}{kind}/", telling.told, KIND[kind], name=kind) for kind in KIND),
    *(
        path(f"{ONE}{kind}/<uuid:row_id>/end/", telling.told_end, KIND[kind], name=f"{kind}-end")
        for kind in KIND
    ),
]

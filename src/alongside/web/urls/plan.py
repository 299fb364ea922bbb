"""The addresses of a person's plan, on the screen and on paper."""

from django.urls import path

from alongside.web.views.journeys import agreed, paper

PLAN = "people/<uuid:recoveree_id>/journey/plan/"

urlpatterns = [
    path(PLAN, agreed.plan, name="plan"),
    path(f"{PLAN}sides/<str:dimension>/", agreed.plan_part, name="plan-part"),
    path(f"{PLAN}agree/", agreed.plan_agree, name="plan-agree"),
    path(f"{PLAN}paper/", paper.plan_paper, name="plan-paper"),
    path(f"{PLAN}card/", paper.plan_card, name="plan-card"),
    path(f"{PLAN}<uuid:plan_id>/", agreed.plan_version, name="plan-version"),
    path(f"{PLAN}<uuid:plan_id>/paper/", paper.plan_version_paper, name="plan-version-paper"),
]

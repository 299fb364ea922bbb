from django.urls import path

from alongside.web.views.team import coaches, members, own, program, sign_in, welcome

urlpatterns = [
    path("demo/sign-in/<uuid:demo_account_id>/", sign_in.demo_sign_in, name="demo-sign-in"),
    path("welcome/<str:token>/", welcome.welcome, name="welcome"),
    path("carry-on/", own.carry_on, name="carry-on"),
    path("sign-out-everywhere/", own.sign_out_everywhere, name="sign-out-everywhere"),
    path("team/", members.team, name="team"),
    path("team/invite/", members.invite, name="invite"),
    path("team/members/<uuid:membership_id>/", members.member, name="member"),
    path("team/members/<uuid:membership_id>/end/", members.member_end, name="member-end"),
    path("team/members/<uuid:membership_id>/link/", members.member_link, name="member-link"),
    path("team/accounts/<uuid:account_id>/close/", members.account_close, name="account-close"),
    path("team/rights/", program.rights, name="rights"),
    path("program/settings/", program.settings, name="program-settings"),
    path("program/sites/", program.sites, name="sites"),
    path("program/sites/<uuid:site_id>/close/", program.site_close, name="site-close"),
    path("program/choose/", program.choose, name="choose-program"),
    path("coaches/", coaches.coaches, name="coaches"),
    path("coaches/print/", coaches.coaches_print, name="coaches-print"),
    path("coaches/mine/", coaches.own_page, name="own-page"),
    path("coaches/<uuid:page_id>/", coaches.coach, name="coach"),
]

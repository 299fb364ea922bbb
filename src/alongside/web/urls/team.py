from django.urls import path

from alongside.web.views.team import sign_in

urlpatterns = [
    path("demo/sign-in/<uuid:demo_account_id>/", sign_in.demo_sign_in, name="demo-sign-in"),
]

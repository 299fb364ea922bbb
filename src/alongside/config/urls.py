from django.urls import include, path

urlpatterns = [
    path("", include("alongside.web.urls")),
    path("account/", include("alongside.web.urls.account")),
]

from django.urls import include, path

urlpatterns = [
    path("", include("alongside.web.urls")),
    path("account/", include("alongside.web.urls.account")),
]

handler400 = "alongside.web.views.errors.bad_request"
handler403 = "alongside.web.views.errors.forbidden"
handler404 = "alongside.web.views.errors.missing"
handler429 = "alongside.web.views.errors.too_many"  # allauth calls it
handler500 = "alongside.web.views.errors.broken"

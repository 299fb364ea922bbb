from django.urls import path

from alongside.web.views import reporting

urlpatterns = [
    path("month/", reporting.month_now, name="month-now"),
    path("month/public/", reporting.month_public_now, name="month-public-now"),
    path("month/undated/", reporting.undated_rows, name="undated-rows"),
    path("month/<int:year>-<int:number>/", reporting.month, name="month"),
    path("month/<int:year>-<int:number>/contacts/", reporting.month_rows, name="month-rows"),
    path("month/<int:year>-<int:number>/public/", reporting.month_public, name="month-public"),
]

from django.urls import path

from alongside.web.views.exchange import imports, leaving

urlpatterns = [
    path("imports/", imports.import_list, name="imports"),
    path("imports/<uuid:batch_id>/", imports.import_step, name="import"),
    path("imports/<uuid:batch_id>/back/", imports.import_back, name="import-back"),
    path("imports/<uuid:batch_id>/leave/", imports.import_leave, name="import-leave"),
    path("imports/<uuid:batch_id>/confirm/", imports.import_confirm, name="import-confirm"),
    path("imports/<uuid:batch_id>/undo/", imports.import_undo, name="import-undo"),
    path("imports/<uuid:batch_id>/refused.csv", imports.import_refused, name="import-refused"),
    path("export/", leaving.export, name="exports"),
]

"""All addresses: each room lists its own."""

from django.urls import include, path

urlpatterns = [
    path("", include("assignments.urls")),
    path("", include("directives.urls")),
    path("", include("bodies.urls")),
]

handler400 = "assignments.views.errors.bad_request"
handler403 = "assignments.views.errors.forbidden"
handler404 = "assignments.views.errors.not_found"
handler500 = "assignments.views.errors.failed"

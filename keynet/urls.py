"""The paths of the service, audience by audience."""

from django.urls import include, path

from keynet import views

handler400 = "keynet.views.bad_request"
handler403 = "keynet.views.forbidden"
handler404 = "keynet.views.not_found"
handler500 = "keynet.views.broken"

urlpatterns = [
    # anyone
    path("guide/", include("keynet.page_urls")),
    path("health/", views.health, name="health"),
    path("account/", include("keynet.accounts.urls")),
    path("account/", include("allauth.account.urls")),
]

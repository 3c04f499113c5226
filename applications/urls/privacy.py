"""Paths of office and ministry about people's data; each includes them under its own name."""

from django.urls import path

from applications.views import privacy

app_name = "privacy"
urlpatterns = [
    path("", privacy.state, name="state"),
    path("emergency/", privacy.emergency, name="emergency"),
    path("emergency/<uuid:emergency>/", privacy.opened, name="opened"),
]

"""Paths of the links mailed to recruiters."""

from django.urls import path

from postings.alerts.views import links

app_name = "recruiters"
urlpatterns = [
    path("opt-in/<str:token>/", links.opt_in, name="opt_in"),
    path("stop/<str:token>/", links.stop, name="stop"),
    path("done/<slug:what>/", links.done, name="done"),
]

"""Paths of the office's registry of recruiters."""

from django.urls import path

from postings.alerts.views import recruiters

app_name = "office_recruiters"
urlpatterns = [
    path("", recruiters.listing, name="list"),
    path("add/", recruiters.add, name="add"),
    path("<int:pk>/", recruiters.edit, name="edit"),
    path("<int:pk>/invite/", recruiters.invite, name="invite"),
    path("<int:pk>/stop/", recruiters.stop, name="stop"),
]

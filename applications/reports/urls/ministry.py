"""Paths of the ministry's reports."""

from django.urls import path

from applications.reports.views import checks, ministry

app_name = "reports"
urlpatterns = [
    path("training/", ministry.training, name="training"),
    path("training/facilities/", ministry.facilities, name="facilities"),
    path("checks/", checks.checks, name="checks"),
    path("files/", ministry.files, name="files"),
]

"""Paths of the ministry's reports."""

from django.urls import path

from applications.reports.views import ministry

app_name = "reports"
urlpatterns = [
    path("training/", ministry.training, name="training"),
    path("training/facilities/", ministry.facilities, name="facilities"),
    path("files/", ministry.files, name="files"),
]

"""Paths of the ministry's reports."""

from django.urls import path

from applications.reports.views import ministry

app_name = "reports"
urlpatterns = [
    path("training/", ministry.training, name="training"),
    path("training.csv", ministry.training_csv, name="training_csv"),
    path("hires.csv", ministry.hires_csv, name="hires_csv"),
]

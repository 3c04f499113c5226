"""Paths of a facility's hires and their training reports."""

from django.urls import path

from applications.reports.views import facility

app_name = "hires"
urlpatterns = [
    path("", facility.hires, name="list"),
    path("<uuid:application>/report/", facility.report, name="report"),
]

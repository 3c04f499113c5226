"""Paths of a facility's hires, their training reports, and its report of a period."""

from django.urls import path

from applications.reports.views import facility, period

app_name = "hires"
urlpatterns = [
    path("", facility.hires, name="list"),
    path("period/", period.period, name="period"),
    path("period.csv", period.period_csv, name="period_csv"),
    path("outside/<str:number>/", period.outside, name="outside"),
    path("<uuid:application>/report/", facility.report, name="report"),
    path("<uuid:application>/correct/", facility.correct, name="correct"),
]

"""Paths of the ministry's reports."""

from django.urls import path

from applications.reports.views import posting_export

app_name = "reports"
urlpatterns = [
    path("postings.csv", posting_export.postings_csv, name="postings_csv"),
]

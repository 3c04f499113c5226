"""Paths of a prefecture's file, and of its figures of hires and training."""

from django.urls import path

from applications.reports.views import prefecture

app_name = "prefecture_reports"
urlpatterns = [
    path("postings.csv", prefecture.postings_csv, name="postings_csv"),
    path("training/", prefecture.training, name="training"),
]

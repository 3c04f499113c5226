"""Paths of a prefecture's file."""

from django.urls import path

from applications.reports.views import prefecture

app_name = "prefecture_reports"
urlpatterns = [path("postings.csv", prefecture.postings_csv, name="postings_csv")]

"""Paths of the ministry: all postings, counts, exports."""

from django.urls import URLPattern, URLResolver

app_name = "ministry"
urlpatterns: list[URLPattern | URLResolver] = []

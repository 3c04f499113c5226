"""Paths of the public: top, search, posting page, open data."""

from django.urls import URLPattern, URLResolver

app_name = "postings"
urlpatterns: list[URLPattern | URLResolver] = []

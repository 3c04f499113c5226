"""Paths of a facility: home, its postings, its data."""

from django.urls import URLPattern, URLResolver

app_name = "facility"
urlpatterns: list[URLPattern | URLResolver] = []

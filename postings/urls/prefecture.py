"""Paths of a prefecture: its postings and its desks."""

from django.urls import URLPattern, URLResolver

app_name = "prefecture"
urlpatterns: list[URLPattern | URLResolver] = []

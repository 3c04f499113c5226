"""Paths of the letters and their fate, for office and ministry."""

from django.urls import URLPattern, URLResolver

app_name = "letters"
urlpatterns: list[URLPattern | URLResolver] = []

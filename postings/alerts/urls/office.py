"""Paths of the office's registry of recruiters."""

from django.urls import URLPattern, URLResolver

app_name = "office_recruiters"
urlpatterns: list[URLPattern | URLResolver] = []

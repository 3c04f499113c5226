"""Paths of the links mailed to recruiters."""

from django.urls import URLPattern, URLResolver

app_name = "recruiters"
urlpatterns: list[URLPattern | URLResolver] = []

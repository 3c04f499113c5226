"""Paths of the public directory and table."""

from django.urls import URLPattern, URLResolver

app_name = "nursecenter"
urlpatterns: list[URLPattern | URLResolver] = []

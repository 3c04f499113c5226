"""Paths of applicants: apply, ask, status pages."""

from django.urls import URLPattern, URLResolver

app_name = "applications"
urlpatterns: list[URLPattern | URLResolver] = []

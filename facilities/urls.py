"""Paths that help a clerk to fill in the form: institutions and addresses."""

from django.urls import URLPattern, URLResolver

app_name = "institutions"
urlpatterns: list[URLPattern | URLResolver] = []

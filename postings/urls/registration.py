"""Paths of the registration form (no login; a secret link opens it again)."""

from django.urls import URLPattern, URLResolver

app_name = "registration"
urlpatterns: list[URLPattern | URLResolver] = []

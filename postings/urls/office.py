"""Paths of the operations office: the queue and the check."""

from django.urls import URLPattern, URLResolver

app_name = "office"
urlpatterns: list[URLPattern | URLResolver] = []

"""Paths of a nurse center's console."""

from django.urls import URLPattern, URLResolver

app_name = "nurse_center"
urlpatterns: list[URLPattern | URLResolver] = []

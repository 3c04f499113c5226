"""Paths of a facility's applicants, inquiries and hires."""

from django.urls import URLPattern, URLResolver

app_name = "inbox"
urlpatterns: list[URLPattern | URLResolver] = []

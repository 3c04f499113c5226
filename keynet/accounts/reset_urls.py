"""The page for lost second steps; office and ministry include it under their own names."""

from django.urls import path

from keynet.accounts.views import resets

app_name = "resets"
urlpatterns = [path("", resets.new, name="new")]

"""Paths of the letters and their fate, for office and ministry."""

from django.urls import path

from postings.alerts.views import letters

app_name = "letters"
urlpatterns = [
    path("", letters.listing, name="list"),
    path("kinds/", letters.kinds, name="kinds"),
    path("<uuid:pk>/again/", letters.again, name="again"),
]

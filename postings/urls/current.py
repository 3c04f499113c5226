"""Paths of the mailed link by which a facility keeps a posting true (no login)."""

from django.urls import path

from postings.views import current

app_name = "current"
urlpatterns = [
    path("<str:token>/", current.page, name="page"),
    path("<str:token>/affirm/", current.affirm, name="affirm"),
    path("<str:token>/extend/", current.extend, name="extend"),
    path("<str:token>/close/", current.close, name="close"),
]

"""Paths of the public directory and table."""

from django.urls import path

from nursecenter.views import public

app_name = "nursecenter"
urlpatterns = [
    path("", public.directory, name="directory"),
    path("table/", public.table, name="table"),
    path("table.csv", public.table_csv, name="table_csv"),
    path("<str:code>/", public.center, name="center"),
]

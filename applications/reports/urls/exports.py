"""Paths of the files that office and ministry take away; each includes them under its own name."""

from django.urls import path

from applications.reports.views import exports, tables

app_name = "exports"
urlpatterns = [
    path("", exports.exports, name="list"),
    path("new/", exports.new, name="new"),
    path("tables/<str:content>/", tables.table, name="table"),
    path("<uuid:export>/", exports.one, name="one"),
    path("<uuid:export>/file/", exports.file, name="file"),
]

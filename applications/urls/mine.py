"""Paths of the account of somebody who looks for work."""

from django.urls import path

from applications.views import mine

app_name = "mine"
urlpatterns = [
    path("", mine.home, name="home"),
    path("applications/<uuid:application>/open/", mine.open_application, name="open"),
    path("inquiries/<uuid:inquiry>/open/", mine.open_inquiry, name="open_inquiry"),
    path("data.json", mine.data, name="data"),
    path("leave/", mine.leave, name="leave"),
]

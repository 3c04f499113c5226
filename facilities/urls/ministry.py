"""Paths of the ministry about facilities and their people: it reads."""

from django.urls import path

from facilities.views import office

app_name = "ministry_facilities"
urlpatterns = [
    path("", office.facilities, name="list"),
    path("<uuid:public_id>/", office.facility, name="one"),
]

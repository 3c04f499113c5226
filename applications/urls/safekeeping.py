"""Paths of the office alone: the stop of all erasing, and what is kept longer."""

from django.urls import path

from applications.views import safekeeping

app_name = "safekeeping"
urlpatterns = [
    path("stop/", safekeeping.stop, name="stop"),
    path("resume/", safekeeping.resume, name="resume"),
    path("hold/", safekeeping.hold, name="hold"),
    path("hold/<int:pk>/lift/", safekeeping.lift, name="lift"),
]

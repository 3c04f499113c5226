"""The path of a facility's log of readings."""

from django.urls import path

from applications.views import readings

app_name = "readings"
urlpatterns = [path("", readings.readings, name="list")]

"""The path behind an invitation's link."""

from django.urls import path

from facilities.views import joining

app_name = "joining"
urlpatterns = [path("join/<str:token>/", joining.join, name="join")]

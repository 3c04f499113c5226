"""Paths of saved conditions; the token is a link of a letter."""

from django.urls import path

from postings.alerts.views import conditions, subscription

app_name = "alerts"
urlpatterns = [
    path("new/", conditions.new, name="new"),
    path("preview/", conditions.preview, name="preview"),
    path("sent/", conditions.sent, name="sent"),
    path("stopped/", subscription.stopped, name="stopped"),
    path("<str:token>/", subscription.manage, name="manage"),
    path("<str:token>/start/", conditions.start, name="start"),
    path("<str:token>/stop/", subscription.stop, name="stop"),
    path("<str:token>/<int:pk>/frequency/", subscription.change, name="change"),
    path("<str:token>/<int:pk>/pause/", subscription.pause, name="pause"),
    path("<str:token>/<int:pk>/resume/", subscription.resume, name="resume"),
    path("<str:token>/<int:pk>/stop/", subscription.stop_one, name="stop_one"),
]

"""Paths of accounts beside allauth's own."""

from django.urls import path

from keynet.accounts import views

app_name = "accounts"
urlpatterns = [
    path("home/", views.home, name="home"),
    path("first/<str:token>/", views.first_login, name="first_login"),
]

"""Paths of a nurse center's console."""

from django.urls import path

from nursecenter.views import console

app_name = "nurse_center"
urlpatterns = [
    path("", console.postings, name="postings"),
    path("postings.csv", console.export, name="export"),
    path("contact/", console.contact, name="contact"),
    path("contact/addresses/", console.add_address, name="add_address"),
    path("contact/addresses/<int:pk>/stop/", console.stop_address, name="stop_address"),
]

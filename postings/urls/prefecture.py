"""Paths of a prefecture: its postings and its desks."""

from django.urls import path

from postings.views import prefecture, versions

app_name = "prefecture"
urlpatterns = [
    path("", prefecture.postings, name="postings"),
    path("postings/<str:number>/versions/", versions.of_prefecture, name="versions"),
    path("desk/", prefecture.desk, name="desk"),
    path("desk/close/", prefecture.close_desk, name="close_desk"),
    path("desk/addresses/", prefecture.add_address, name="add_address"),
    path("desk/addresses/<int:pk>/stop/", prefecture.stop_address, name="stop_address"),
]

"""Paths of the office about facilities and their people."""

from django.urls import path

from facilities.views import office

app_name = "office_facilities"
urlpatterns = [
    path("", office.facilities, name="list"),
    path("<uuid:public_id>/", office.facility, name="one"),
    path("<uuid:public_id>/reissue/", office.reissue, name="reissue"),
    path("<uuid:public_id>/address/", office.change_address, name="change_address"),
    path("<uuid:public_id>/address/<int:pk>/confirm/", office.confirm_address, name="confirm_address"),
    path("<uuid:public_id>/address/<int:pk>/drop/", office.drop_address, name="drop_address"),
]

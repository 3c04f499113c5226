"""Paths of the registration form (no login; a secret link opens it again)."""

from django.urls import path

from postings.views.registration import blocks, handing_in, start

app_name = "registration"
urlpatterns = [
    path("", start.start, name="start"),
    path("begin/", start.begin, name="begin"),
    path("blank/", start.blank, name="blank"),
    path("link/", start.new_link, name="new_link"),
    path("link/sent/", start.new_link_sent, name="new_link_sent"),
    path("prove/<str:token>/", handing_in.prove, name="prove"),
    path("<str:token>/", blocks.sheet, name="sheet"),
    path("<str:token>/keep/", start.keep, name="keep"),
    path("<str:token>/confirm/", handing_in.confirm, name="confirm"),
    path("<str:token>/hand-in/", handing_in.hand_in, name="hand_in"),
    path("<str:token>/sent/", handing_in.sent, name="sent"),
    path("<str:token>/facility/", blocks.facility, name="facility"),
    path("<str:token>/<str:block>/", blocks.block, name="block"),
]

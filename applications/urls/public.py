"""Paths of applicants: apply, ask, and the pages behind their secret links."""

from django.urls import path, re_path

from applications.views import applicant, apply, ask, replies

POSTING = r"^postings/(?P<number>KN-\d{4}-\d{6,12})/"

app_name = "applications"
urlpatterns = [
    re_path(rf"{POSTING}apply/$", apply.apply, name="apply"),
    re_path(rf"{POSTING}ask/$", ask.ask, name="ask"),
    path("applications/<str:token>/", applicant.status, name="status"),
    path("applications/<str:token>/prove/", applicant.prove, name="prove"),
    path("applications/<str:token>/code/", applicant.new_code, name="new_code"),
    path("applications/<str:token>/received/", applicant.received, name="received"),
    path("applications/<str:token>/accept/", replies.reply, {"move": "accept"}, name="accept"),
    path("applications/<str:token>/decline/", replies.reply, {"move": "decline"}, name="decline"),
    path("applications/<str:token>/withdraw/", replies.reply, {"move": "withdraw"}, name="withdraw"),
    path("applications/<str:token>/new-link/", replies.new_link, name="new_link"),
    path("inquiries/<str:token>/", ask.inquiry, name="inquiry"),
    path("inquiries/<str:token>/prove/", ask.prove, name="inquiry_prove"),
    path("inquiries/<str:token>/code/", ask.new_code, name="inquiry_new_code"),
]

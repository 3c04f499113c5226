"""Paths of a facility's applicants and questions."""

from django.urls import path

from applications.views import answers, facility, inquiries

app_name = "inbox"
ONE = "applications/<uuid:application>/"
urlpatterns = [
    path("applications/", facility.applications, name="applications"),
    path(ONE, facility.application, name="application"),
    path(f"{ONE}review/", facility.review, name="review"),
    path(f"{ONE}direct/", facility.direct, name="direct"),
    path(f"{ONE}invite/", answers.answer, {"move": "invite"}, name="invite"),
    path(f"{ONE}offer/", answers.answer, {"move": "offer"}, name="offer"),
    path(f"{ONE}not-select/", answers.answer, {"move": "not_select"}, name="not_select"),
    path(f"{ONE}hire/", answers.answer, {"move": "hire"}, name="hire"),
    path(f"{ONE}cancel/", answers.answer, {"move": "cancel"}, name="cancel"),
    path("inquiries/", inquiries.inquiries, name="inquiries"),
    path("inquiries/<uuid:inquiry>/", inquiries.inquiry, name="inquiry"),
    path("inquiries/<uuid:inquiry>/answer/", inquiries.answer, name="answer"),
]

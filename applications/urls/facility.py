"""Paths of a facility's applicants and questions."""

from django.urls import include, path

from applications.views import answers, facility, facility_meet, facility_talk, inquiries

app_name = "inbox"
ONE = "applications/<uuid:application>/"
urlpatterns = [
    path("", include("applications.urls.inbox")),
    path("applications/", facility.applications, name="applications"),
    path(ONE, facility.application, name="application"),
    path(f"{ONE}review/", facility.review, name="review"),
    path(f"{ONE}direct/", facility.direct, name="direct"),
    path(f"{ONE}invite/", answers.answer, {"move": "invite"}, name="invite"),
    path(f"{ONE}offer/", answers.answer, {"move": "offer"}, name="offer"),
    path(f"{ONE}not-select/", answers.answer, {"move": "not_select"}, name="not_select"),
    path(f"{ONE}hire/", answers.answer, {"move": "hire"}, name="hire"),
    path(f"{ONE}cancel/", answers.answer, {"move": "cancel"}, name="cancel"),
    path(f"{ONE}messages/", facility_talk.thread, name="messages"),
    path(f"{ONE}messages/read/", facility_talk.read, name="read"),
    path(f"{ONE}slots/withdraw/", facility_meet.withdraw, name="slot_withdraw"),
    path(f"{ONE}interview/change/", facility_meet.change, name="interview_change"),
    path(f"{ONE}interview/cancel/", facility_meet.cancel, name="interview_cancel"),
    path(f"{ONE}interview.ics", facility_meet.calendar, name="calendar"),
    path("inquiries/", inquiries.inquiries, name="inquiries"),
    path("inquiries/<uuid:inquiry>/", inquiries.inquiry, name="inquiry"),
    path("inquiries/<uuid:inquiry>/answer/", inquiries.answer, name="answer"),
    path("inquiries/<uuid:inquiry>/messages/", facility_talk.inquiry_thread, name="inquiry_messages"),
    path("inquiries/<uuid:inquiry>/messages/read/", facility_talk.inquiry_read, name="inquiry_read"),
]

"""Paths of applicants: apply, ask, and the pages behind their secret links."""

from django.urls import path, re_path

from applications.views import applicant, apply, ask, going, meet, replies, talk

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
    path("applications/<str:token>/stay/", going.stay, name="stay"),
    path("applications/<str:token>/erase/", going.erase, name="erase"),
    path("applications/<str:token>/others/", going.other_applications, name="others"),
    path("applications/<str:token>/others/leave/", going.leave_others, name="leave_others"),
    path("applications/<str:token>/others/stay/", going.stay_other, name="stay_other"),
    path("applications/<str:token>/messages/", talk.thread, name="messages"),
    path("applications/<str:token>/messages/read/", talk.read, name="read"),
    path("applications/<str:token>/take/", meet.take_slot, name="take"),
    path("applications/<str:token>/none-fits/", meet.none_fits, name="none_fits"),
    path("applications/<str:token>/interview/cancel/", meet.cancel, name="interview_cancel"),
    path("applications/<str:token>/interview.ics", meet.calendar, name="calendar"),
    path("inquiries/<str:token>/", ask.inquiry, name="inquiry"),
    path("inquiries/<str:token>/prove/", ask.prove, name="inquiry_prove"),
    path("inquiries/<str:token>/code/", ask.new_code, name="inquiry_new_code"),
    path("inquiries/<str:token>/erase/", going.inquiry_erase, name="inquiry_erase"),
    path("inquiries/<str:token>/messages/", talk.inquiry_thread, name="inquiry_messages"),
    path("inquiries/<str:token>/messages/read/", talk.inquiry_read, name="inquiry_read"),
]

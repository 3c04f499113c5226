"""Paths of a facility: home, its postings, its data."""

from django.urls import path

from postings.views import facility, facility_block, facility_profile, facility_verbs

app_name = "facility"
ONE = "postings/<str:number>/"
urlpatterns = [
    path("", facility.home, name="home"),
    path("profile/", facility_profile.profile, name="profile"),
    path("postings/", facility.postings, name="postings"),
    path("postings/new/", facility_verbs.new, name="new"),
    path(ONE, facility.posting, name="posting"),
    path(f"{ONE}edit/<str:block>/", facility_block.edit, name="edit"),
    path(f"{ONE}preview/", facility.preview, name="preview"),
    path(f"{ONE}confirm/", facility.confirm, name="confirm"),
    path(f"{ONE}submit/", facility_verbs.submit, name="submit"),
    path(f"{ONE}publish/", facility_verbs.publish, name="publish"),
    path(f"{ONE}headcount/", facility_verbs.headcount, name="headcount"),
    path(f"{ONE}pause/", facility_verbs.pause, name="pause"),
    path(f"{ONE}resume/", facility_verbs.resume, name="resume"),
    path(f"{ONE}close/", facility_verbs.close, name="close"),
    path(f"{ONE}copy/", facility_verbs.copy, name="copy"),
]

"""Paths of a facility: home, its postings, its data."""

from django.urls import path

from postings.views import (
    facility,
    facility_block,
    facility_complaints,
    facility_profile,
    facility_verbs,
    versions,
)

app_name = "facility"
ONE = "postings/<str:number>/"
urlpatterns = [
    path("", facility.home, name="home"),
    path("profile/", facility_profile.profile, name="profile"),
    path("complaints/<int:pk>/", facility_complaints.complaint, name="complaint"),
    path("postings/", facility.postings, name="postings"),
    path("postings/new/", facility_verbs.new, name="new"),
    path(ONE, facility.posting, name="posting"),
    path(f"{ONE}edit/<str:block>/", facility_block.edit, name="edit"),
    path(f"{ONE}preview/", facility.preview, name="preview"),
    path(f"{ONE}versions/", versions.of_facility, name="versions"),
    path(f"{ONE}confirm/", facility.confirm, name="confirm"),
    path(f"{ONE}submit/", facility_verbs.submit, name="submit"),
    path(f"{ONE}publish/", facility_verbs.publish, name="publish"),
    path(f"{ONE}headcount/", facility_verbs.headcount, name="headcount"),
    path(f"{ONE}extend/", facility_verbs.extend, name="extend"),
    path(f"{ONE}affirm/", facility_verbs.affirm, name="affirm"),
    path(f"{ONE}pause/", facility_verbs.pause, name="pause"),
    path(f"{ONE}resume/", facility_verbs.resume, name="resume"),
    path(f"{ONE}close/", facility_verbs.close, name="close"),
    path(f"{ONE}copy/", facility_verbs.copy, name="copy"),
]

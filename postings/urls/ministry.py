"""Paths of the ministry: all postings, counts, exports."""

from django.urls import path

from postings.views import ministry, office_complaints, versions

app_name = "ministry"
urlpatterns = [
    path("", ministry.home, name="home"),
    path("postings/", ministry.postings, name="postings"),
    path("postings.csv", ministry.postings_csv, name="csv"),
    path("postings/<str:number>/", ministry.posting, name="posting"),
    path("postings/<str:number>/versions/", versions.of_body, name="versions"),
    path("complaints/", office_complaints.complaints, name="complaints"),
    path("complaints/<int:pk>/", office_complaints.complaint, name="complaint"),
    path("counts/", ministry.counts, name="counts"),
    path("counts.csv", ministry.counts_csv, name="counts_csv"),
]

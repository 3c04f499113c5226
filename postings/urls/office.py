"""Paths of the operations office: the queue, all postings, the check and its decisions."""

from django.urls import path

from postings.views import office, office_complaints, office_decisions, office_urgency, versions

app_name = "office"
urlpatterns = [
    path("", office.queue, name="queue"),
    path("complaints/", office_complaints.complaints, name="complaints"),
    path("complaints/<int:pk>/", office_complaints.complaint, name="complaint"),
    path("complaints/<int:pk>/take/", office_complaints.take, name="take_complaint"),
    path("complaints/<int:pk>/ask/", office_complaints.ask, name="ask_facility"),
    path("complaints/<int:pk>/settle/", office_complaints.settle, name="settle_complaint"),
    path("postings/", office.postings, name="postings"),
    path("postings/<str:number>/", office.check, name="check"),
    path("postings/<str:number>/versions/", versions.of_body, name="versions"),
    path("postings/<str:number>/confirm/", office_decisions.confirm, name="confirm"),
    path("postings/<str:number>/send-back/", office_decisions.send_back, name="send_back"),
    path("postings/<str:number>/reject/", office_decisions.reject, name="reject"),
    path("postings/<str:number>/suspend/", office_decisions.suspend, name="suspend"),
    path("postings/<str:number>/lift/", office_decisions.lift, name="lift"),
    path("postings/<str:number>/look-at-changes/", office_decisions.look_at_changes, name="look_at_changes"),
    path("postings/<str:number>/flag-urgent/", office_urgency.flag, name="flag_urgent"),
    path("postings/<str:number>/unflag-urgent/", office_urgency.unflag, name="unflag_urgent"),
    path("postings/<str:number>/first-login/", office_decisions.first_login, name="first_login"),
]

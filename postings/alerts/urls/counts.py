"""Path of the figures about saved conditions, for office and ministry."""

from django.urls import path

from postings.alerts.views import counts

app_name = "conditions"
urlpatterns = [path("", counts.counts, name="counts")]

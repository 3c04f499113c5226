"""The paths of the service, audience by audience."""

from django.urls import include, path

from keynet import views

handler400 = "keynet.views.bad_request"
handler403 = "keynet.views.forbidden"
handler404 = "keynet.views.not_found"
handler500 = "keynet.views.broken"

urlpatterns = [
    # anyone
    # Before the postings: their landing pages take any two words after /postings/, also a number and "apply", and a
    # mailed link.
    path("", include("applications.urls.public")),
    path("postings/current/", include("postings.urls.current")),
    path("", include("postings.urls.public")),
    path("nurse-centers/", include("nursecenter.urls.public")),
    path("guide/", include("keynet.page_urls")),
    path("health/", views.health, name="health"),
    # whoever holds a mailed link, or asks for an account
    path("registration/", include("postings.urls.registration")),
    path("recruiters/", include("postings.alerts.urls.public")),
    path("alerts/", include("postings.alerts.urls.conditions")),
    path("account/", include("facilities.urls.joining")),
    path("account/", include("keynet.accounts.urls")),
    path("account/", include("keynet.accounts.sign_in_urls")),
    # the account of somebody who looks for work
    path("my/", include("applications.urls.mine")),
    # facilities
    path("facility/<uuid:facility>/", include("facilities.urls.members")),
    path("facility/<uuid:facility>/", include("postings.urls.facility")),
    path("facility/<uuid:facility>/", include("applications.urls.facility")),
    path("facility/<uuid:facility>/readings/", include("applications.urls.readings")),
    path("facility/<uuid:facility>/hires/", include("applications.reports.urls.facility")),
    # the operations office
    path("office/", include("postings.urls.office")),
    path("office/facilities/", include("facilities.urls.office")),
    path("office/recruiters/", include("postings.alerts.urls.office")),
    path("office/conditions/", include("postings.alerts.urls.counts", namespace="office_conditions")),
    path("office/reference/", include("postings.urls.reference")),
    path("office/second-factors/", include("keynet.accounts.reset_urls", namespace="office_resets")),
    path("office/exports/", include("applications.reports.urls.exports", namespace="office_exports")),
    path("office/privacy/", include("applications.urls.privacy", namespace="office_privacy")),
    path("office/privacy/", include("applications.urls.safekeeping")),
    path("office/letters/", include("postings.alerts.urls.letters", namespace="office_letters")),
    # the ministry
    path("ministry/", include("postings.urls.ministry")),
    path("ministry/facilities/", include("facilities.urls.ministry")),
    path("ministry/reports/", include("applications.reports.urls.ministry")),
    path("ministry/conditions/", include("postings.alerts.urls.counts", namespace="ministry_conditions")),
    path("ministry/second-factors/", include("keynet.accounts.reset_urls", namespace="ministry_resets")),
    path("ministry/exports/", include("applications.reports.urls.exports", namespace="ministry_exports")),
    path("ministry/privacy/", include("applications.urls.privacy", namespace="ministry_privacy")),
    path("ministry/letters/", include("postings.alerts.urls.letters", namespace="ministry_letters")),
    # prefectures and nurse centers
    path("prefecture/<str:prefecture>/", include("postings.urls.prefecture")),
    path("prefecture/<str:prefecture>/", include("applications.reports.urls.prefecture")),
    path("nurse-center/<str:prefecture>/", include("nursecenter.urls.console")),
]

"""The pages that are only text: one address, one template in templates/pages/."""

from django.urls import path

from keynet.views import page

app_name = "page"

SLUGS = {
    "guide": "",
    "guide_facilities": "facilities/",
    "faq": "faq/",
    "doctor_bank": "doctor-bank/",
    "about": "about/",
    "accessibility": "accessibility/",
    "privacy": "privacy/",
    "terms": "terms/",
}

urlpatterns = [path(address, page, {"slug": slug}, name=slug) for slug, address in SLUGS.items()]

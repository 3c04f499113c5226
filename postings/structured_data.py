"""A posting for search engines: schema.org JobPosting (domain.md B.9). Only what is public and can be applied to."""

import json
from typing import Any

from django.utils import timezone
from django.utils.html import linebreaks
from django.utils.safestring import SafeString, mark_safe

from keynet.vocabulary.employment import EmploymentType
from keynet.vocabulary.prefectures import PREFECTURES
from keynet.vocabulary.terms import WageType
from postings.models import Posting

# Inside <script> the first three could end the element or begin another one; older scripts end a line at the last two.
ESCAPES = {ord(sign): f"\\u{ord(sign):04X}" for sign in "<>&\u2028\u2029"}
INDUSTRY = "医療・福祉"


def job_posting(posting: Posting) -> SafeString:
    """Return JSON-LD for the page's head; "" when not published, or when the facility hides its name."""
    if not posting.is_live or not posting.shows_name:
        return SafeString("")
    text = json.dumps(_described(posting), ensure_ascii=False)
    return mark_safe(text.translate(ESCAPES))  # noqa: S308 -- JSON without <, > and &


def _described(posting: Posting) -> dict[str, Any]:
    facts: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": posting.title,
        "description": linebreaks(posting.duties, autoescape=True),
        "identifier": {"@type": "PropertyValue", "name": "医療のお仕事 Key-Net", "value": posting.number},
        "url": posting.public_url,
        "datePosted": f"{timezone.localdate(posting.published_at)}",
        "validThrough": f"{posting.publish_to}T23:59:59+09:00",
        "employmentType": EmploymentType(posting.employment_type).schema_org,
        "directApply": True,
        "totalJobOpenings": posting.headcount,
        "industry": INDUSTRY,
        "hiringOrganization": {"@type": "Organization", "name": posting.facility.name},
        "jobLocation": {"@type": "Place", "address": _address(posting)},
    }
    start = posting.start_on or posting.contract_from
    known = {"baseSalary": _wage(posting), "jobStartDate": start and start.isoformat()}
    return facts | {name: value for name, value in known.items() if value}


def _address(posting: Posting) -> dict[str, str]:
    found = {
        "@type": "PostalAddress",
        "addressCountry": "JP",
        "addressRegion": PREFECTURES[posting.work_prefecture].name,
        "addressLocality": posting.work_city,
        "streetAddress": f"{posting.work_address} {posting.work_building}".strip(),
    }
    return {**found, "postalCode": posting.work_postal_code} if posting.work_postal_code else found


def _wage(posting: Posting) -> dict[str, Any] | None:
    unit = WageType(posting.wage_type).unit_text
    if unit is None:
        return None
    amount = {"@type": "QuantitativeValue", "unitText": unit, "minValue": posting.wage_min}
    amount["maxValue"] = posting.wage_max or posting.wage_min
    return {"@type": "MonetaryAmount", "currency": "JPY", "value": amount}

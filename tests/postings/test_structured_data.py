"""JSON-LD of a posting: schema.org JobPosting, only of what is public and open."""

import json
import re
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.test import Client

from facilities.models import Facility
from keynet.accounts.models import User
from keynet.vocabulary.employment import EmploymentType
from postings.models import Posting
from postings.structured_data import job_posting
from tests.builders import make_published

pytestmark = pytest.mark.django_db
STRUCTURED = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
REQUIRED = {"@context", "@type", "title", "description", "datePosted", "hiringOrganization", "jobLocation"}
RECOMMENDED = {
    "validThrough",
    "baseSalary",
    "employmentType",
    "directApply",
    "totalJobOpenings",
    "identifier",
}


@pytest.fixture
def posting(sakura: Facility, sato: User, okada: User) -> Posting:
    return make_published(sakura, sato, okada)


def facts(posting: Posting) -> dict[str, Any]:
    (block,) = STRUCTURED.findall(Client().get(posting.get_absolute_url()).content.decode())
    found: dict[str, Any] = json.loads(block)
    return found


def test_search_engines_read_a_whole_job_posting(posting: Posting) -> None:
    found = facts(posting)
    assert set(found) == REQUIRED | RECOMMENDED | {"url", "industry", "jobStartDate"}
    assert found["hiringOrganization"] == {"@type": "Organization", "name": "さくら病院"}
    assert found["baseSalary"] == {
        "@type": "MonetaryAmount",
        "currency": "JPY",
        "value": {"@type": "QuantitativeValue", "unitText": "HOUR", "minValue": 2300, "maxValue": 2800},
    }
    assert found["jobLocation"]["address"] == {
        "@type": "PostalAddress",
        "addressCountry": "JP",
        "addressRegion": "神奈川県",
        "addressLocality": "横浜市中区",
        "streetAddress": "港町1-1",
        "postalCode": "2310017",
    }
    assert found["validThrough"] == f"{posting.publish_to}T23:59:59+09:00"
    assert found["identifier"]["value"] == posting.number
    assert found["jobStartDate"] == f"{posting.contract_from}"
    assert found["totalJobOpenings"] == 2 and found["directApply"] is True
    assert found["url"] == posting.public_url


def test_the_first_day_that_the_facility_names_goes_before_the_contract(posting: Posting) -> None:
    posting.start_on = date(2027, 1, 4)
    assert '"jobStartDate": "2027-01-04"' in job_posting(posting)


def test_the_day_of_publication_is_the_one_in_japan(posting: Posting) -> None:
    posting.published_at = datetime(2026, 11, 20, 15, 30, tzinfo=UTC)
    posting.save(update_fields=["published_at"])
    assert facts(posting)["datePosted"] == "2026-11-21"


def test_no_text_gets_out_of_its_element(posting: Posting) -> None:
    posting.duties = "<b>看護</b> & </script><script>alert(1)</script>\u2028\n次の行"
    block = job_posting(posting)
    assert not set("<>&\u2028\n") & set(block)
    description = json.loads(block)["description"]
    assert "&lt;/script&gt;" in description and "<script" not in description
    assert description.startswith("<p>") and "<br>次の行" in description


@pytest.mark.parametrize("kind", EmploymentType)
def test_every_kind_of_employment_has_a_word_of_schema_org(posting: Posting, kind: EmploymentType) -> None:
    posting.employment_type = kind
    words = {"FULL_TIME", "PART_TIME", "TEMPORARY", "PER_DIEM"}
    assert json.loads(job_posting(posting))["employmentType"] in words


def test_a_wage_per_session_is_left_out(posting: Posting) -> None:
    posting.wage_type = "per_session"
    assert "baseSalary" not in json.loads(job_posting(posting))


def test_it_is_gone_with_the_posting_and_never_there_for_a_hidden_name(posting: Posting, sato: User) -> None:
    posting.name_visibility = "hidden"
    assert job_posting(posting) == ""
    posting.refresh_from_db()
    for end in (posting.pause, lambda by: posting.close(by=by, reason="filled")):
        end(by=sato)
        assert job_posting(posting) == ""

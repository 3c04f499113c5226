"""Addresses of a facility's pages, and what they say."""

from django.test import Client

from facilities.models import Facility
from postings.models import Posting


def home(facility: Facility) -> str:
    return f"/facility/{facility.public_id}/"


def path(posting: Posting, rest: str = "") -> str:
    return f"{home(posting.facility)}postings/{posting.number}/{rest}"


def text(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return str(response.content.decode())

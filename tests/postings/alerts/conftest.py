"""Everybody who may be told of a posting in 神奈川県."""

import pytest

from facilities.models import Desk, DeskAddress
from keynet.accounts.models import User
from postings.alerts.models import Recruiter
from tests.alerts import make_desk, make_recruiter


@pytest.fixture
def health_department(db: None) -> DeskAddress:
    """神奈川県, which registered one address."""
    return make_desk(Desk.Kind.PREFECTURAL_OFFICE, "14", "iryo@kanagawa.example")


@pytest.fixture
def nurse_center(db: None) -> DeskAddress:
    """The nurse center of 神奈川県."""
    return make_desk(Desk.Kind.NURSE_CENTER, "14", "nurse@kanagawa.example")


@pytest.fixture
def recruiter(okada: User) -> Recruiter:
    """A company that said yes to everything."""
    return make_recruiter(okada, "jinzai@recruiter.example")

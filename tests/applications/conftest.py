"""さくら病院's public posting, an application to it, and the page behind the applicant's link."""

import pytest

from applications import links
from applications.models import Application
from facilities.models import Facility
from keynet.accounts.models import User
from postings.models import Posting
from tests.builders import make_application, make_published


@pytest.fixture
def posting(sakura: Facility, sato: User, okada: User) -> Posting:
    return make_published(sakura, sato, okada)


@pytest.fixture
def application(posting: Posting) -> Application:
    return make_application(posting)


@pytest.fixture
def page(application: Application) -> str:
    return f"/applications/{links.issue(application)}/"

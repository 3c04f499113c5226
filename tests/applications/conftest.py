"""さくら病院's public posting, an application to it, and the page behind the applicant's link."""

import pytest
from allauth.account.models import EmailAddress

from applications import links
from applications.models import Application
from facilities.models import Facility
from keynet.accounts.models import User
from postings.models import Posting
from tests.applications.filling import ADDRESS
from tests.builders import make_application, make_published, make_user


@pytest.fixture
def posting(sakura: Facility, sato: User, okada: User) -> Posting:
    return make_published(sakura, sato, okada)


@pytest.fixture
def application(posting: Posting) -> Application:
    return make_application(posting)


@pytest.fixture
def page(application: Application) -> str:
    return f"/applications/{links.issue(application)}/"


@pytest.fixture
def nakamura(db: None) -> User:
    """An account of the address that the applications come from, proved."""
    user = make_user(ADDRESS, "中村 優子")
    EmailAddress.objects.create(user=user, email=ADDRESS, verified=True, primary=True)
    return user

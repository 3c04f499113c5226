"""What nobody proved goes after three days, with its codes and links."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from applications.models import Application, Inquiry
from applications.tasks import forget_unproved
from facilities.models import Facility
from keynet.accounts.models import MailedLink, MailProof, User
from tests.applications.filling import answers, apply_url, ask_url, question
from tests.builders import make_application, make_published

pytestmark = pytest.mark.django_db


def test_the_unproved_are_forgotten_after_72_hours(
    client: Client, sakura: Facility, sato: User, okada: User
) -> None:
    posting = make_published(sakura, sato, okada)
    kept = make_application(posting, email=f"{uuid4()}@seeker.example")
    client.post(apply_url(posting), answers(posting))
    client.post(ask_url(posting), question())
    assert forget_unproved() == 0
    long_ago = timezone.now() - timedelta(hours=73)
    Application.objects.update(created_at=long_ago)
    Inquiry.objects.update(created_at=long_ago)
    assert forget_unproved() == 2
    assert Application.objects.get() == kept
    assert not (Inquiry.objects.exists() or MailProof.objects.exists() or MailedLink.objects.exists())

"""What a facility writes for itself (notes, the reason of a refusal, a template's name) never reaches its applicant."""

import json
from datetime import timedelta
from uuid import uuid4

import pytest
from allauth.account.models import EmailAddress
from django.test import Client
from django.utils import timezone

from applications import noting, refusing
from applications.mine.own_data import own_data
from applications.models import Application, Note, Refusal
from keynet.accounts.models import User
from keynet.outbox import relay
from keynet.outbox.models import Letter
from keynet.reactions import REACTIONS
from tests.applications.filling import ADDRESS
from tests.builders import make_user
from tests.cast import signed_in
from tests.consistency.sources import ROOT

pytestmark = pytest.mark.django_db
CANARY = "内密のカナリア"


def test_notes_and_reasons_stay_inside(application: Application, page: str, sato: User) -> None:
    applicant = make_user(ADDRESS)
    EmailAddress.objects.create(user=applicant, email=ADDRESS, verified=True, primary=True)
    noting.add_note(application, by=sato, text=CANARY, submission_id=uuid4())
    refusing.refuse(application, by=sato, text="今回は見送ります。", reason="absent")
    seen = [Client().get(page).content.decode()]
    Refusal.objects.update(decided_at=timezone.now() - timedelta(minutes=31))
    refusing.tell_due()
    relay.run(REACTIONS)
    browser = signed_in(applicant)
    seen += [browser.get(address).content.decode() for address in (page, "/my/", "/my/data.json")]
    seen += [json.dumps(own_data(applicant), default=str, ensure_ascii=False)]
    seen += list(Letter.objects.values_list("body", flat=True))
    reason = Refusal.objects.get()
    for words in (CANARY, reason.get_reason_display(), '"absent"'):
        assert not [text for text in seen if words in text]
    assert Note.objects.get().text == CANARY


def test_the_document_of_the_file_says_what_is_not_in_it() -> None:
    said = (ROOT / "docs" / "own-data.md").read_text(encoding="utf-8")
    assert "notes" in said and "reason of a refusal" in said

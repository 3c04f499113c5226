"""A card is drawn once and follows whatever it depends on."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.cache import caches
from django.http import HttpResponse
from django.template import Context, Template
from django.test import RequestFactory
from django.utils import timezone

from facilities.models import Facility
from keynet.accounts.models import User
from postings.models import Posting
from postings.saved import cookie
from tests.builders import make_published

pytestmark = pytest.mark.django_db


@pytest.fixture
def posting(sakura: Facility, sato: User, okada: User) -> Posting:
    caches["cards"].clear()
    return make_published(sakura, sato, okada)


def _card(posting: Posting, saved: list[int] | None = None) -> str:
    request = RequestFactory().get("/postings/")
    request.user = AnonymousUser()
    if saved:
        answer = HttpResponse()
        cookie.write(answer, saved)
        request.COOKIES.update({name: morsel.value for name, morsel in answer.cookies.items()})
    found = Posting.objects.for_list().get(pk=posting.pk)
    card = Template("{% load posting_tags %}{% posting_card posting %}")
    return card.render(Context({"request": request, "posting": found}))


def test_a_card_is_drawn_once(posting: Posting, monkeypatch: pytest.MonkeyPatch) -> None:
    first = _card(posting)
    monkeypatch.setattr("postings.templatetags.posting_tags.render_to_string", lambda *_: "again")
    assert _card(posting) == first
    caches["cards"].clear()
    assert _card(posting) == "again"


def test_a_card_follows_its_posting_its_facility_and_the_labels_that_end(posting: Posting) -> None:
    _card(posting)
    Posting.objects.filter(pk=posting.pk).update(title="あたらしい題名")
    assert "あたらしい題名" in _card(posting)
    Facility.objects.filter(pk=posting.facility_id).update(name="あたらしい病院")
    assert "あたらしい病院" in _card(posting)
    until = timezone.now() + timedelta(hours=1)
    Posting.objects.filter(pk=posting.pk).update(urgent_until=until)
    assert "緊急の募集" in _card(posting)


def test_a_card_says_to_each_reader_whether_it_is_saved(posting: Posting) -> None:
    assert "保存する" in _card(posting)
    assert "保存をやめる" in _card(posting, saved=[posting.pk])
    assert "保存をやめる" not in _card(posting)


def test_a_card_counts_the_days_anew_every_day(posting: Posting, monkeypatch: pytest.MonkeyPatch) -> None:
    today = _card(posting)
    tomorrow = timezone.localdate() + timedelta(days=1)
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *_: tomorrow)
    assert _card(posting) != today

"""How tests come to people whose posting ended long ago: all of it through the product, only the clock is turned."""

from datetime import timedelta
from typing import Any

from django.test import Client
from django.utils import timezone

from applications import answering
from applications.models import Application, Inquiry
from keynet.accounts.models import User
from keynet.outbox import relay
from keynet.reactions import REACTIONS
from postings.models import Posting
from tests.applications.filling import applied, ask_url, code_of, question
from tests.builders import days_from_now


def hired(posting: Posting, by: User, **answers: Any) -> tuple[Application, str]:
    """Somebody applies in the browser and is hired; the link of the applicant's page comes back, too."""
    application, page = applied(posting, **answers)
    answering.invite(application, by=by, text="内密の面接です。")
    answering.offer(application, by=by, text="内密の内定です。")
    answering.hire(
        application,
        by=by,
        text="内密の採用です。",
        starts_on=days_from_now(9),
        licence_seen_on=days_from_now(0),
        licence_seen_by="事務長",
    )
    return application, page


def asked(posting: Posting) -> tuple[Inquiry, str]:
    """Somebody asks in the browser; the link of the asker's page comes back, too."""
    client = Client()
    page = client.post(ask_url(posting), question())["Location"]
    inquiry = Inquiry.objects.latest("pk")
    client.post(f"{page}prove/", {"code": code_of(inquiry)})
    inquiry.refresh_from_db()
    return inquiry, page


def ended(posting: Posting, by: User, days: int) -> None:
    """End the posting so many days ago; its applications came a day before."""
    posting.refresh_from_db()
    posting.close(by=by, reason="filled")
    relay.run(REACTIONS)
    at = timezone.now() - timedelta(days=days)
    Posting.objects.filter(pk=posting.pk).update(closed_at=at)
    Application.objects.filter(posting=posting).update(submitted_at=at - timedelta(days=1))

"""Who was refused, and whose data was read: rows for the pages that nobody should find empty."""

from datetime import timedelta

from django.utils import timezone

from applications import refusing
from applications.models import Application, PersonalAccess, Refusal
from applications.models.personal_access import Page
from applications.safekeeping.emergencies import open_in_emergency
from facilities.models import Facility
from keynet.accounts.models import User
from keynet.demo.hires import FIRST, PEOPLE
from keynet.demo.steps import apply

WORDS = "このたびは採用を見送ることになりました。ご応募ありがとうございました。"
AN_HOUR = timedelta(hours=1)


def refuse(hospital: Facility, sato: User) -> None:
    """One applicant was told this morning; of another it was decided just now, and can be taken back."""
    posting = hospital.postings.live().order_by("pk")[1]
    told, waiting = (apply(posting, FIRST + n, PEOPLE[n]) for n in (9, 10))
    refusing.refuse(told, by=sato, text=WORDS, reason=Refusal.Reason.FILLED)
    Refusal.objects.filter(application=told).update(decided_at=timezone.now() - AN_HOUR)
    refusing.tell_due()
    refusing.refuse(waiting, by=sato, text=WORDS, reason=Refusal.Reason.TIMES)


def read(hospital: Facility, readers: list[User], oda: User) -> None:
    """Clerks have opened applicants on the last days; the office has opened one in an emergency."""
    applicants = Application.objects.filter(posting__facility=hospital).order_by("pk")
    pages = (Page.APPLICATION, Page.ANSWER, Page.SHEET)
    for number, application in enumerate(applicants):
        _note(application, readers[number % len(readers)], pages[number % len(pages)], 3 + 7 * number)
    opened = open_in_emergency(
        applicants[0], reason="本人から電話があり、連絡先の誤りを確かめるため", body="office", by=oda
    )
    _note(applicants[0], oda, Page.EMERGENCY, 0, body="office", reason=opened.reason)


def _note(application: Application, by: User, page: Page, hours: int, **facts: str) -> None:
    PersonalAccess.objects.create(
        at=timezone.now() - hours * AN_HOUR,
        actor=by,
        facility=application.posting.facility,
        page=page,
        application=application,
        **{"body": "facility", **facts},
    )

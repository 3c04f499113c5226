"""A refusal waits half an hour; until then the applicant sees nothing of it and it can be called back."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.utils import timezone

from applications import answering, links, refusing
from applications.masking import mask_ended
from applications.models import Application, Message, Refusal
from facilities.models import Facility
from keynet.accounts.models import User
from keynet.invariants import check
from keynet.lifecycle import NotNow
from keynet.outbox.models import Event, Letter
from postings.models import Posting
from tests.applications.ending import ended
from tests.applications.filling import applied
from tests.builders import applicant_of, make_application
from tests.cast import signed_in

pytestmark = pytest.mark.django_db


def refuse(application: Application, by: User) -> None:
    refusing.refuse(application, by=by, text="今回は見送ります。", reason="skills")


def half_an_hour_later() -> int:
    Refusal.objects.update(decided_at=timezone.now() - timedelta(minutes=31))
    return refusing.tell_due()


def status_of(application: Application) -> str:
    application.refresh_from_db()
    return application.status


def test_nothing_is_told_before_half_an_hour_is_over(posting: Posting, sato: User) -> None:
    application, page = applied(posting)
    refuse(application, sato)
    assert refusing.tell_due() == 0
    assert status_of(application) == "submitted" and not Message.objects.exists()
    assert "見送" not in Client().get(page).content.decode()


def test_no_interview_is_proposed_while_a_refusal_waits(application: Application, sato: User) -> None:
    page = f"/facility/{application.posting.facility.public_id}/applications/{application.public_id}/"
    offers = "面接を案内する"
    assert offers in signed_in(sato).get(page).content.decode()
    refuse(application, sato)
    assert offers not in signed_in(sato).get(page).content.decode()
    from_an_older_page = signed_in(sato).get(f"{page}invite/", follow=True).content.decode()
    assert "見送りを決めているので、連絡できません。先に、見送りを取りやめてください" in from_an_older_page


def test_then_the_applicant_is_told_once_in_the_facilitys_words(application: Application, sato: User) -> None:
    refuse(application, sato)
    assert (half_an_hour_later(), refusing.tell_due()) == (1, 0)
    letter = Letter.objects.get(kind="applications.not_selected")
    assert status_of(application) == "not_selected" and "今回は見送ります。" in letter.body
    assert "資格・経験" not in letter.body, "the reason stays with the facility"
    assert Refusal.objects.get().text == "" and Message.objects.get().written_by == sato
    assert not check()


def test_a_refusal_called_back_leaves_no_trace_but_the_history(application: Application, sato: User) -> None:
    refuse(application, sato)
    refusing.recall(application, by=sato)
    assert half_an_hour_later() == 0 and status_of(application) == "submitted"
    names = Event.objects.about(application).values_list("name", flat=True)
    assert list(names)[-2:] == ["application.refused", "application.recalled"]
    answering.invite(application, by=sato, text="お越しください。")


def test_who_was_told_cannot_be_called_back(application: Application, sato: User) -> None:
    refuse(application, sato)
    half_an_hour_later()
    with pytest.raises(NotNow):
        refusing.recall(application, by=sato)


def test_another_hospital_neither_refuses_nor_calls_back(
    application: Application, sato: User, suzuki: User
) -> None:
    with pytest.raises(PermissionDenied):
        refuse(application, suzuki)
    refuse(application, sato)
    with pytest.raises(PermissionDenied):
        refusing.recall(application, by=suzuki)


def test_a_second_clerk_neither_refuses_again_nor_invites_meanwhile(
    application: Application, sato: User
) -> None:
    refuse(application, sato)
    with pytest.raises(NotNow):
        refuse(application, sato)
    with pytest.raises(NotNow):
        answering.invite(application, by=sato, text="お越しください。")
    assert not Letter.objects.filter(kind="applications.invited").exists()


def test_who_withdraws_meanwhile_is_not_refused(application: Application, sato: User) -> None:
    refuse(application, sato)
    application.step("withdraw", by=applicant_of(application))
    assert half_an_hour_later() == 0
    assert status_of(application) == "withdrawn" and not Refusal.objects.exists()


def test_a_decision_holds_when_its_clerk_has_left(
    application: Application, sato: User, sakura: Facility
) -> None:
    refuse(application, sato)
    sato.is_active = False
    sato.save()
    assert half_an_hour_later() == 1 and status_of(application) == "not_selected"


def test_masking_takes_words_and_reason_with_it(posting: Posting, sato: User) -> None:
    told, waiting = make_application(posting), make_application(posting, email="w@seeker.example")
    refuse(told, sato)
    half_an_hour_later()
    refuse(waiting, sato)
    ended(posting, sato, days=200)
    mask_ended()
    assert list(Refusal.objects.values_list("application", "reason", "text")) == [(told.pk, "", "")]


def test_the_link_holder_is_no_facility(application: Application) -> None:
    with pytest.raises(PermissionDenied):
        refusing.refuse(application, by=links.holder(application), text="x", reason="")  # type: ignore[arg-type]

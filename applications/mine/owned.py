"""What belongs to an account: the rows of its proved address."""

from typing import Any

from allauth.account.models import EmailAddress
from django.db.models import QuerySet

from applications.models import Application, Inquiry
from keynet.accounts.models import User
from postings.alerts.lifecycle import ConditionStatus
from postings.alerts.models import SavedCondition

REPEATED = (
    *("family_name", "given_name", "family_kana", "given_kana", "phone", "call_hours", "prefecture", "city"),
    *("licences", "years_of_experience", "years_away", "training_history", "interview_wish"),
)
"""Answers that hold for the next application, too; the rest was meant for one posting."""


def applications_of(user: User) -> QuerySet[Application]:
    """Return the person's applications, the newest first."""
    rows = Application.objects.at(user.email) if is_proved(user) else Application.objects.none()
    return rows.select_related("posting__facility").order_by("-submitted_at", "-pk")


def inquiries_of(user: User) -> QuerySet[Inquiry]:
    """Return the person's questions, the newest first."""
    rows = Inquiry.objects.at(user.email) if is_proved(user) else Inquiry.objects.none()
    return rows.select_related("posting__facility").order_by("-submitted_at", "-pk")


def conditions_of(user: User) -> QuerySet[SavedCondition]:
    """Return the saved conditions of the person's address that letters are, or could again be, written for."""
    rows = SavedCondition.objects.filter(subscriber__address__iexact=user.email)
    rows = rows.exclude(status=ConditionStatus.STOPPED).select_related("subscriber").order_by("pk")
    return rows if is_proved(user) else rows.none()


def is_proved(user: User) -> bool:
    """Return whether the address of the account is known to reach the person."""
    return EmailAddress.objects.filter(user=user, email__iexact=user.email, verified=True).exists()


def previous_answers(user: User) -> dict[str, Any]:
    """Return what the person typed into the last application, for the next form; empty for the first one."""
    last = applications_of(user).first()
    answers = {name: getattr(last, name) for name in REPEATED} if last else {}
    return {**answers, "email": user.email}

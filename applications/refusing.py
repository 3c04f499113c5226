"""Refusing (不採用) with half an hour to think again: until then the applicant hears nothing and no state has changed."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from applications import answering
from applications.lifecycle import APPLICATION
from applications.models import Application, Refusal
from applications.permissions import is_its_facility, may_answer
from keynet.accounts.models import User
from keynet.lifecycle import Clock, NotNow
from keynet.outbox.events import record


def refuse(application: Application, *, by: User, text: str, reason: str) -> None:
    """Decide it; `text` is for the applicant, `reason` stays with the facility. Raises NotNow and PermissionDenied."""
    with transaction.atomic():
        found = _locked(application)
        if not may_answer(by, found):
            raise PermissionDenied
        decided = Refusal.objects.filter(application=found).exists()
        if decided or not APPLICATION.can(found, "not_select", by):
            raise NotNow(found, "not_select")
        Refusal.objects.create(application=found, reason=reason, text=text, decided_by=by)
        record("application.refused", subject=found, actor=by.actor_key)


def recall(application: Application, *, by: User) -> None:
    """Take the decision back: the state is what it was all the time. Raises NotNow when the applicant was told."""
    with transaction.atomic():
        found = _locked(application)
        if not is_its_facility(by, found):
            raise PermissionDenied
        taken_back, _ = Refusal.objects.waiting().filter(application=found).delete()
        if not taken_back:
            raise NotNow(found, "recall")
        record("application.recalled", subject=found, actor=by.actor_key)


def tell_due() -> int:
    """Tell every applicant whose facility has not thought again for half an hour; return how many."""
    return sum(_tell(pk) for pk in list(Refusal.objects.due().values_list("application_id", flat=True)))


def _tell(pk: int) -> bool:
    with transaction.atomic():
        rows = Application.objects.select_for_update(of=("self",), no_key=True, skip_locked=True)
        application = rows.filter(pk=pk).first()
        refusal = Refusal.objects.due().select_related("decided_by").filter(application_id=pk).first()
        if application is None or refusal is None:
            return False
        if not APPLICATION.can(application, "not_select", Clock()):
            # The applicant withdrew meanwhile: nobody is refused any more.
            refusal.delete()
            return False
        answering.not_select(application, by=refusal.decided_by, text=refusal.text, mover=Clock())
        # The words stand in the message now.
        refusal.told_at, refusal.text = timezone.now(), ""
        refusal.save(update_fields=["told_at", "text"])
        return True


def _locked(application: Application) -> Application:
    rows = Application.objects.select_for_update(of=("self",), no_key=True)
    return rows.select_related("posting__facility").get(pk=application.pk)

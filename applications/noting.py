"""Notes inside a facility: clerks write for each other, the applicant is not shown them here.

They are 保有個人データ of the facility all the same: whoever asks it for disclosure has a right to them (個人情報保護法33条),
with the exceptions of its paragraph 2. The service's own file of a person's data holds what this service keeps for the
person, not what the facility thinks; the page says so to whoever writes.
"""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction

from applications.models import Application, Note
from applications.permissions import may_answer
from keynet.accounts.models import User


def add_note(application: Application, *, by: User, text: str, submission_id: UUID) -> None:
    """Keep a note; the same form sent twice is one note. Raises PermissionDenied, also for a masked application."""
    with transaction.atomic():
        rows = Application.objects.select_for_update(of=("self",), no_key=True)
        found = rows.select_related("posting__facility").get(pk=application.pk)
        if not may_answer(by, found):
            raise PermissionDenied
        facts = {"text": text, "written_by": by}
        Note.objects.get_or_create(submission_id=submission_id, application=found, defaults=facts)

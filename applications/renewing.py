"""A link that is too old is replaced by mail: only the address behind it can read the new one (domain.md C.4)."""

from django.db import transaction
from django.utils import timezone

from applications import links
from applications.asking import inquiry_facts
from applications.facts import applicant_facts
from applications.letters import NEW_LINK
from applications.models import Application, Inquiry
from keynet.accounts.models.mailed_link import LinkGone, open_link
from keynet.outbox.letters import write_letter
from keynet.outbox.models import Letter
from keynet.outbox.models.event import subject_key


def renew(token: str) -> None:
    """Mail a new link for the row of an old one, once a day at most.

    Raises LinkGone for a link that never was, and for one of a masked row: there is no address left.
    """
    with transaction.atomic():
        row = _row(token)
        period = f"{timezone.localdate()}"
        if Letter.objects.filter(kind=NEW_LINK.name, subject=subject_key(row), period=period).exists():
            return
        url = links.fresh_url(row)
        facts = applicant_facts(row, url) if isinstance(row, Application) else inquiry_facts(row, url)
        purpose = "応募" if isinstance(row, Application) else "質問"
        write_letter(NEW_LINK, about=row, to=row.email, context={**facts, "purpose": purpose}, period=period)


def _row(token: str) -> Application | Inquiry:
    for model in (Application, Inquiry):
        try:
            link = open_link(links.PURPOSES[model], token)
        except LinkGone as gone:
            if gone.link is None:
                continue
            link = gone.link
        rows = model._base_manager.select_for_update(of=("self",), no_key=True).exclude(status="unproved")
        row = rows.filter(pk=link.subject_id, masked_at=None).first()
        if row is not None:
            return row
    raise LinkGone("unknown")

"""A report arrives: from anybody, with or without an address, once however often the form is sent."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from keynet.lifecycle import LinkHolder
from keynet.outbox.events import record
from keynet.outbox.models.event import subject_key
from postings.models import Complaint, Posting


def receive(posting: Posting, facts: Mapping[str, Any], *, submission_id: UUID) -> Complaint:
    """Keep a report beside the version that its reporter could read; the same form sent twice is one report."""
    try:
        with transaction.atomic():
            complaint = Complaint.objects.create(
                posting=posting, version=posting.version, submission_id=submission_id, **facts
            )
            reporter = LinkHolder(subject_key(complaint))
            record("complaint.received", subject=complaint, actor=reporter.actor_key)
    except IntegrityError:
        return Complaint.objects.get(submission_id=submission_id)
    return complaint

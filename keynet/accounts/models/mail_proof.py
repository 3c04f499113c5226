"""Six digits sent by mail prove that an address reaches the person who typed it."""

import hmac
import secrets
from datetime import timedelta
from hashlib import sha256
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from keynet.outbox.models.event import subject_key

VALID_FOR = timedelta(minutes=30)
MOST_TRIES = 5


class MailProof(models.Model):
    """One code for one row; five wrong tries close it."""

    subject = models.CharField("対象", max_length=80)
    digest = models.CharField("照合値", max_length=64)
    tries = models.PositiveSmallIntegerField("試した回数", default=0)
    created_at = models.DateTimeField("作成日時", default=timezone.now)
    expires_at = models.DateTimeField("期限")

    objects: ClassVar[models.Manager["MailProof"]] = models.Manager()

    class Meta:
        verbose_name = "確認コード"
        indexes = (models.Index(fields=["subject", "-created_at"], name="mail_proof_subject"),)

    def __str__(self) -> str:
        return self.subject


def issue_code(subject: models.Model) -> str:
    """Return a new six-digit code for a row; earlier codes of the row stop working."""
    key = subject_key(subject)
    code = f"{secrets.randbelow(1_000_000):06}"
    MailProof.objects.filter(subject=key).update(expires_at=timezone.now())
    MailProof.objects.create(subject=key, digest=_digest(key, code), expires_at=timezone.now() + VALID_FOR)
    return code


def code_fits(subject: models.Model, code: str) -> bool:
    """Return whether the code is the row's current one; every try counts, also a right one after five wrong."""
    key = subject_key(subject)
    proof = (
        MailProof.objects.filter(subject=key, expires_at__gt=timezone.now()).order_by("-created_at").first()
    )
    if proof is None:
        return False
    # The counter moves in the database, so that parallel guesses cannot share one try.
    fresh = MailProof.objects.filter(pk=proof.pk, tries__lt=MOST_TRIES).update(tries=models.F("tries") + 1)
    return bool(fresh) and hmac.compare_digest(proof.digest, _digest(key, code))


def _digest(key: str, code: str) -> str:
    return hmac.new(
        settings.SECRET_KEY.encode(), f"{key}:{code}".encode("utf-8", "replace"), sha256
    ).hexdigest()

"""One line of the audit log: read only, a view of the database over what happened and who read whose data."""

from typing import ClassVar, Self

from django.db import models

from keynet.accounts.models import User
from keynet.accounts.models.appointment import Body


class LogLineQuerySet(models.QuerySet["LogLine"]):
    """Words for sets of lines."""

    def visible_to(self, user: User) -> Self:
        """The ministry alone takes the log away (domain.md D.3)."""
        return self if user.serves(Body.MINISTRY) else self.none()


class LogLine(models.Model):
    """An event, or a reading of personal data under the name `reading.<page>`; keys and numbers, no words of people."""

    id = models.CharField("行", max_length=40, primary_key=True)
    at = models.DateTimeField("日時")
    name = models.CharField("操作", max_length=60)
    actor = models.CharField("行為者", max_length=100)
    # Numbers without a foreign key: what they point to may be gone, the line stays.
    person = models.BigIntegerField("利用者の番号", null=True)
    noun = models.CharField("対象の種類", max_length=80)
    number = models.BigIntegerField("対象の番号", null=True)

    objects: ClassVar[models.Manager["LogLine"]] = LogLineQuerySet.as_manager()

    class Meta:
        managed = False
        verbose_name = "監査ログの行"

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.name}"

"""A template (ひな型): words a facility uses again, for one step of the selection or for questions."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone

from facilities.models import Facility


class AnswerTemplate(models.Model):
    """Its words may hold three placeholders and nothing about a person (`applications.templates`)."""

    class Use(models.TextChoices):
        INVITE = "invite", "面接の案内"
        OFFER = "offer", "内定の連絡"
        NOT_SELECT = "not_select", "見送りの連絡"
        REPLY = "reply", "質問への回答"

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    submission_id = models.UUIDField("送信の番号", unique=True)
    facility = models.ForeignKey(Facility, on_delete=models.PROTECT, related_name="+")
    use = models.CharField("使うところ", max_length=10, choices=Use)
    name = models.CharField("ひな型の名前", max_length=40)
    text = models.TextField("文", max_length=1000)
    changed_at = models.DateTimeField("最後に変えた日時", default=timezone.now)

    objects: ClassVar[models.Manager["AnswerTemplate"]] = models.Manager()

    class Meta:
        verbose_name = "連絡のひな型"
        constraints = (
            models.UniqueConstraint(
                fields=["facility", "use", "name"],
                name="answer_template_name_once",
                violation_error_message="同じ名前のひな型が、すでにあります。別の名前にしてください。",
            ),
            models.CheckConstraint(
                condition=~Q(text="") & ~Q(name=""),
                name="answer_template_has_words",
                violation_error_message="ひな型の名前と文を入力してください。",
            ),
        )

    def __str__(self) -> str:
        return self.name

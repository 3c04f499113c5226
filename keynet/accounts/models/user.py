"""A person with a login; what the person may do comes from memberships and appointments, never from a column here."""

import uuid
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils import timezone

if TYPE_CHECKING:
    from keynet.accounts.models.appointment import Appointment


class UserManager(BaseUserManager["User"]):
    """Creates people by mail address."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """Return a new person; without a password the first-login link sets it."""
        user = self.model(email=email.lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):
    """A person. The mail address is the login name and is stored in lower case."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    email = models.EmailField("メールアドレス", max_length=254, unique=True)
    name = models.CharField("氏名", max_length=80)
    is_active = models.BooleanField("利用中", default=True)
    date_joined = models.DateTimeField("登録日時", default=timezone.now)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]
    objects: ClassVar[UserManager] = UserManager()

    class Meta:
        verbose_name = "利用者"

    def __str__(self) -> str:
        return self.name

    @property
    def actor_key(self) -> str:
        """Return how events name this person."""
        return f"user:{self.pk}"

    @cached_property
    def current_appointments(self) -> "list[Appointment]":
        """Return the person's appointments to public bodies, read once per request."""
        return list(self.appointments.current())

    def serves(self, body: str, prefecture: str | None = None) -> bool:
        """Return whether the person is appointed to the body (of that prefecture, when one is given)."""
        return any(
            appointment.body == body and prefecture in (None, appointment.prefecture)
            for appointment in self.current_appointments
        )

"""A facility: whoever offers work under its own name (医療機関・保健所・自治体・健診機関等)."""

import uuid
from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from keynet.accounts.models import User
from keynet.vocabulary import prefectures
from keynet.vocabulary.employment import FacilityKind


class FacilityQuerySet(models.QuerySet["Facility"]):
    """Words for sets of facilities."""

    def confirmed(self) -> Self:
        """Facilities that the office has confirmed and that may act."""
        return self.exclude(confirmed_at=None)

    def visible_to(self, user: User) -> Self:
        """Facilities that the person acts for."""
        return self.confirmed().filter(memberships__user=user, memberships__left_at=None)

    def administered_by(self, user: User) -> Self:
        """Facilities whose people the person decides about."""
        # One join: two filters would take the role of any colleague for the person's own.
        return self.confirmed().filter(
            memberships__user=user, memberships__left_at=None, memberships__role="admin"
        )

    def overseen_by(self, user: User) -> Self:
        """What office and ministry see: every confirmed facility (domain.md D.3)."""
        sees = user.serves("office") or user.serves("ministry")
        return self.confirmed() if sees else self.none()


class Facility(models.Model):
    """The employer of a posting; drafts of unconfirmed registrations may lack anything but the id."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField("機関の種類", max_length=20, choices=FacilityKind, blank=True)
    name = models.CharField("機関の名称", max_length=120, blank=True)
    institution_code = models.CharField("医療機関コード", max_length=10, blank=True)
    lg_code = models.CharField("全国地方公共団体コード", max_length=6, blank=True)
    gmis_id = models.CharField("G-MISのID", max_length=20, blank=True)
    # 保健所: the government that has 人事権; venue operators: who entrusted them (circular of 2021-05-26).
    entrusted_by = models.CharField("設置・委託元の自治体", max_length=80, blank=True)
    postal_code = models.CharField("郵便番号", max_length=7, blank=True)
    prefecture = models.CharField("都道府県", max_length=2, choices=prefectures.CHOICES, blank=True)
    city = models.CharField("市区町村", max_length=60, blank=True)
    address = models.CharField("町名・番地", max_length=120, blank=True)
    building = models.CharField("建物名・階", max_length=80, blank=True)
    phone = models.CharField("代表電話", max_length=11, blank=True)
    # Where the office sends access that was lost, and nowhere else; two officers change it (reliability.md 2.1).
    registered_email = models.EmailField("登録アドレス", max_length=254, blank=True)
    # The government that runs it: 保健所, 接種会場 … of one municipality (docs/decisions/0012).
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="branches",
        verbose_name="設置者",
    )
    created_at = models.DateTimeField("作成日時", default=timezone.now)
    confirmed_at = models.DateTimeField("確認日時", null=True, blank=True)

    objects: ClassVar[models.Manager["Facility"]] = FacilityQuerySet.as_manager()

    class Meta:
        verbose_name = "施設"
        constraints = (
            models.UniqueConstraint(
                fields=["institution_code"],
                condition=~Q(institution_code="") & Q(confirmed_at__isnull=False),
                name="facility_institution_once",
                violation_error_message="この医療機関コードの施設は、すでに登録されています。",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_at=None)
                | (~Q(kind="") & ~Q(name="") & ~Q(prefecture="") & ~Q(city="") & ~Q(address="")),
                name="facility_confirmed_is_complete",
                violation_error_message="確認済みの施設には、種類・名称・所在地が必要です。",
            ),
            models.UniqueConstraint(
                fields=["parent", "name"],
                condition=Q(parent__isnull=False),
                name="facility_branch_once",
                violation_error_message="この名称の施設は、すでに加えてあります。",
            ),
            models.CheckConstraint(
                condition=Q(parent=None) | ~Q(parent=F("id")),
                name="facility_not_its_own_parent",
                violation_error_message="施設を、その施設自身の下に置くことはできません。",
            ),
        )

    def __str__(self) -> str:
        return self.name or "（名称未入力）"

    @property
    def place(self) -> str:
        """Return prefecture and city, e.g. 神奈川県横浜市金沢区."""
        return f"{self.get_prefecture_display()}{self.city}"

    @property
    def full_address(self) -> str:
        """Return the address on one line, without the postal code."""
        return f"{self.place}{self.address} {self.building}".strip()

    def is_served_by(self, user: User) -> bool:
        """Return whether the person is a current member, read from the database at every call."""
        return self.memberships.current().filter(user=user).exists()

    def is_administered_by(self, user: User) -> bool:
        """Return whether the person is a current admin, read from the database at every call."""
        return self.memberships.current().filter(user=user, role="admin").exists()

    @property
    def may_have_branches(self) -> bool:
        """Return whether further facilities may stand under this one: it is a government, and under none itself."""
        return self.parent_id is None and self.kind in (FacilityKind.MUNICIPALITY, FacilityKind.PREFECTURE)

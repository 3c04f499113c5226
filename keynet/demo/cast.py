"""The demonstration's people: the cast of the tests, with a password that is printed."""

from dataclasses import dataclass

from allauth.account.models import EmailAddress

from facilities.models import Facility, Membership
from keynet.accounts.models import Appointment, User

PASSWORD = "keynet-demo-password"  # noqa: S105  (printed on purpose: it opens fictional data only)

FAR = "hasegawa@hospitals.example"
"""Looks after hospitals whose names are drawn."""


@dataclass(frozen=True)
class Person:
    """One of the cast: for whom they act is either a body (with its prefecture) or facilities by name."""

    email: str
    name: str
    role: str
    body: str = ""
    prefecture: str = ""
    facilities: tuple[str, ...] = ()
    is_admin: bool = True


CAST = (
    Person(
        "sato@sakura.example",
        "佐藤 花子",
        "さくら病院の管理者（みどり病院も兼務）",
        facilities=("さくら病院", "みどり病院"),
    ),
    Person(
        "tanaka@sakura.example",
        "田中 次郎",
        "さくら病院の担当者",
        facilities=("さくら病院",),
        is_admin=False,
    ),
    Person("suzuki@midori.example", "鈴木 一郎", "みどり病院の管理者", facilities=("みどり病院",)),
    Person(
        "kato@minato.example",
        "加藤 進",
        "みなと市の管理者（保健所と接種会場も）",
        facilities=("みなと市（架空）",),
    ),
    Person(FAR, "長谷川 亜希", "東京・大阪・福岡の3つの病院の管理者"),
    Person("okada@office.example", "岡田 実", "運営事務局", body="office"),
    Person("oda@office.example", "小田 涼", "運営事務局（2人目）", body="office"),
    Person("mori@ministry.example", "森 恵", "厚生労働省", body="ministry"),
    Person("yoshida@kanagawa.example", "吉田 修", "神奈川県", body="prefecture", prefecture="14"),
    Person("noda@nurse.example", "野田 幸", "神奈川県ナースセンター", body="nurse_center", prefecture="14"),
    Person("seeker0@seeker.example", "中村 優子", "仕事をさがす方（マイページ）"),
)


def make_cast(facilities: dict[str, Facility], elsewhere: list[Facility]) -> dict[str, User]:
    """Write the people and what they act for; return them by mail address. `elsewhere` is 長谷川さん's."""
    people = {person.email: _make(person, facilities) for person in CAST}
    for facility in elsewhere:
        Membership.objects.create(user=people[FAR], facility=facility, role=Membership.Role.ADMIN)
    return people


def _make(person: Person, facilities: dict[str, Facility]) -> User:
    user = User.objects.create_user(person.email, PASSWORD, name=person.name)
    EmailAddress.objects.create(user=user, email=person.email, verified=True, primary=True)
    if person.body:
        Appointment.objects.create(user=user, body=person.body, prefecture=person.prefecture)
    role = Membership.Role.ADMIN if person.is_admin else Membership.Role.MEMBER
    for name in person.facilities:
        Membership.objects.create(user=user, facility=facilities[name], role=role)
    return user


def logins() -> str:
    """Return the lines that bin/serve prints."""
    lines = [f"  {person.email:<28}{person.role}" for person in CAST]
    return "\n".join([f"Demonstration logins (password for all: {PASSWORD})", *lines])

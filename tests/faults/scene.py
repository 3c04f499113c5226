"""People and recipients for faults, made through the product's own verbs."""

from typing import NamedTuple

from facilities.models import Desk, Facility, Membership
from keynet.accounts.models import User
from postings.models import Posting
from tests.alerts import make_desk, make_recruiter
from tests.builders import make_facility, make_published, make_user
from tests.cast import appointed


class Scene(NamedTuple):
    """Who acts."""

    facility: Facility
    sato: User
    okada: User


def everybody(*, recruiters: int) -> Scene:
    """Return a hospital, its clerk and an officer; a prefecture, a nurse center and recruiters wait for news."""
    facility = make_facility()
    sato = make_user("sato@sakura.example")
    Membership.objects.create(user=sato, facility=facility, role=Membership.Role.ADMIN)
    okada = appointed(make_user("okada@office.example"), "office")
    make_desk(Desk.Kind.PREFECTURAL_OFFICE, "14", "iryo@kanagawa.example")
    make_desk(Desk.Kind.NURSE_CENTER, "14", "nurse@kanagawa.example")
    for number in range(recruiters):
        make_recruiter(okada, f"r{number}@recruiter.example")
    return Scene(facility, sato, okada)


def publish(scene: Scene) -> tuple[Posting, User]:
    """Return a posting that has just been published, and its clerk."""
    return make_published(scene.facility, scene.sato, scene.okada), scene.sato

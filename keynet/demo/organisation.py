"""People of facilities: an invitation that waits, an address that two officers change, a city with its places."""

from django.utils import timezone

from facilities.access import ask_change
from facilities.branches import add_branch
from facilities.invitations import invite
from facilities.models import Facility, Membership
from keynet.accounts.models import User
from keynet.vocabulary.codes import lg_code
from keynet.vocabulary.employment import FacilityKind


def make_city() -> Facility:
    """Write a municipality that has its account."""
    return Facility.objects.create(
        kind=FacilityKind.MUNICIPALITY,
        name="みなと市（架空）",
        prefecture="14",
        city="みなと市",
        address="架空町2-1",
        phone="0450000002",
        lg_code=lg_code("14199"),
        registered_email="soumu@minato.example",
        confirmed_at=timezone.now(),
    )


def add_places(city: Facility, *, by: User) -> list[Facility]:
    """Let a health center and a vaccination venue stand under the city."""
    places = (
        (FacilityKind.HEALTH_CENTER, "みなと市保健所（架空）", "架空町2-2"),
        (FacilityKind.MUNICIPALITY, "みなと市 市民会館接種会場（架空）", "架空町2-3"),
    )
    return [
        add_branch(city, Facility(kind=kind, name=name, city=city.city, address=address), by=by)
        for kind, name, address in places
    ]


def let_people_in(hospital: Facility, *, by: User, officer: User) -> None:
    """Leave an invitation unanswered, and a change of the registered address for the second officer."""
    invite(hospital, "ito@sakura.example", Membership.Role.MEMBER, by=by)
    reason = "総務課のアドレスが変わったため。代表電話にかけ、総務課長に確かめました。"
    ask_change(hospital, "jimu@sakura.example", reason, by=officer)

"""A selection under way at さくら病院: slots to choose from, an agreed interview, messages to and fro."""

from datetime import datetime, timedelta
from uuid import uuid4

from django.utils import timezone

from applications import links
from applications.meeting.offering import Place, offer_slots
from applications.meeting.taking import take
from applications.models import Application, Side
from applications.talking.writing import write
from keynet.accounts.models import User

ROOM = Place(30, "本館2階 会議室（架空）", note="筆記用具、免許証の原本")
WORDS = "面接を行いたく、ご案内します。"


def talk_and_meet(sato: User) -> None:
    """中村さん has times to choose from and a message to read; 木村さん has chosen and asked something."""
    nakamura, kimura = (
        Application.objects.get(email=f"seeker{number}@seeker.example") for number in range(2)
    )
    days = (_at(3, 10), _at(4, 14))
    for applicant in (nakamura, kimura):
        offer_slots(applicant, days, ROOM, by=sato, text=WORDS, number=1)
    slots = [offer.slot_id for offer in kimura.slot_offers.order_by("slot__starts_at")]
    take(kimura, slots[0], by=links.holder(kimura))
    said = "駐車場はありますか。", "病院の裏に、無料の駐車場があります。"
    write(kimura, Side.APPLICANT, by=links.holder(kimura), text=said[0], submission_id=uuid4())
    write(nakamura, Side.FACILITY, by=sato, text=said[1], submission_id=uuid4())


def _at(days: int, hour: int) -> datetime:
    day = timezone.localtime() + timedelta(days=days)
    return day.replace(hour=hour, minute=0, second=0, microsecond=0)

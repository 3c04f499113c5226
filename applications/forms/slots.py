"""The times a facility offers for an interview, one a line, and where it talks."""

import re
import unicodedata
from datetime import datetime, time, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils import timezone

from applications.answering import next_invitation
from applications.forms.answers import AnswerForm
from applications.forms.seen import SeenNumberField
from applications.meeting.offering import MOST, Place, words_of
from keynet.forms import CountField, Form, MultiLineField, SingleLineField
from keynet.vocabulary.mistakes import Mistake
from keynet.vocabulary.parsing import parse_time
from postings.forms.spot_dates import read_day

FURTHEST = timedelta(days=180)
LONGEST_LINE = 60
_PARTS = re.compile(r"(?P<day>.*(?:日|/\d{1,2}|-\d{1,2})(?:\s*\([^)]*\))?)\s*(?P<time>\d.*)")


def read_time(line: str) -> datetime:
    """Return the moment of 「12月1日 10:00」; raises ValidationError with what to do."""
    narrow = unicodedata.normalize("NFKC", line[:LONGEST_LINE]).strip()
    parts = _PARTS.fullmatch(narrow)
    try:
        if parts is None:
            raise Mistake("time", "")
        minutes = parse_time(parts["time"].strip())
        at = datetime.combine(read_day(parts["day"]), time(), tzinfo=timezone.get_current_timezone())
    except Mistake as mistake:
        raise ValidationError(f"「{line[:LONGEST_LINE]}」を確かめてください。例：12月1日 10:00") from mistake
    at += timedelta(minutes=minutes)
    if not timezone.now() < at < timezone.now() + FURTHEST:
        raise ValidationError(f"「{line[:LONGEST_LINE]}」は、これから半年のうちの日時にしてください")
    return at


class PlaceForm(Form):
    """How long, where, and what to bring."""

    minutes = CountField(label="長さ", least=10, most=240, unit="分", initial=30)
    place = SingleLineField(label="場所", required=False, help_text="例：本館2階 会議室")
    online_url = SingleLineField(
        label="オンラインのURL",
        max_length=300,
        required=False,
        help_text="オンラインで話すときに入力します。",
    )
    note = SingleLineField(label="持ち物など", required=False, help_text="例：筆記用具、免許証の原本")

    def clean_online_url(self) -> str:
        """Take addresses of the web only."""
        url = str(self.cleaned_data["online_url"])
        if url:
            try:
                URLValidator(schemes=["https", "http"])(url)
            except ValidationError as wrong:
                raise ValidationError("オンラインのURLは「https://」から入力してください") from wrong
        return url

    def clean(self) -> dict[str, Any]:
        """Ask for one of the two places."""
        found = super().clean() or self.cleaned_data
        if not found.get("place") and not found.get("online_url") and "online_url" not in self.errors:
            self.add_error("place", "面接の場所か、オンラインのURLを入力してください")
        return found

    def as_place(self) -> Place:
        """Return what the slots share."""
        sent = self.cleaned_data
        return Place(sent["minutes"], sent["place"], sent["online_url"], sent["note"])


class TimesForm(PlaceForm):
    """Times to choose from, one a line."""

    times = MultiLineField(
        label="面接の候補の日時",
        max_length=1200,
        rows=MOST,
        help_text="1行に1つ。例：12月1日 10:00。応募した方が1つを選びます。"
        "同じ日時と場所をほかの方にも案内すると、先に選んだ方に決まります。",
    )
    most = MOST

    def clean_times(self) -> list[datetime]:
        """Read each line."""
        lines = [line for line in str(self.cleaned_data["times"]).splitlines() if line.strip()]
        if len(lines) > self.most:
            raise ValidationError(f"面接の候補の日時は{self.most}つまでにしてください")
        return [read_time(line) for line in lines]


class InviteForm(TimesForm, AnswerForm):
    """The invitation of one applicant: the times to choose from, and words of the facility if it likes.

    `number` is the invitation's, 2 for a second one.
    """

    number = SeenNumberField(required=False)
    field_order = ("times", "minutes", "place", "online_url", "note", "text")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["number"].initial = next_invitation(self.application)
        self.fields["text"].required = False

    def facts(self) -> dict[str, Any]:
        """Return what `offer_slots` needs beside applicant and actor."""
        sent = self.cleaned_data
        return {
            "times": sent["times"],
            "place": self.as_place(),
            "text": sent["text"],
            "number": sent["number"],
        }

    def mail_text(self) -> str:
        """Return them with the times below."""
        return words_of(self.cleaned_data["text"], self.cleaned_data["times"], self.as_place())


class ChangeForm(PlaceForm):
    """Another time, or another place, for an interview that stands."""

    time = SingleLineField(label="新しい日時", width="m", help_text="例：12月1日 10:00")
    field_order = ("time", "minutes", "place", "online_url", "note")

    def clean_time(self) -> datetime:
        """Read it."""
        return read_time(str(self.cleaned_data["time"]))

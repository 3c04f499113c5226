"""What happened to an application, as its facility reads it."""

from dataclasses import dataclass
from datetime import datetime

from applications.models import Application
from keynet.accounts.actors import names_of
from keynet.accounts.models import User
from keynet.outbox.models import Event

WORDS = {
    "application.submitted": "応募を受け付けました",
    "application.reviewed": "確認を始めました",
    "application.invited": "面接を案内しました",
    "application.offered": "内定を知らせました",
    "application.accepted": "内定が承諾されました",
    "application.hired": "採用しました",
    "application.refused": "見送りを決めました",
    "application.recalled": "見送りの連絡を取りやめました",
    "application.not_selected": "見送りを知らせました",
    "application.lapsed": "60日のあいだ動きがなかったため、応募を終了しました",
    "application.withdrawn": "応募が辞退されました",
    "application.declined": "内定が辞退されました",
    "application.cancelled": "採用を取り消しました",
    "application.opened_in_emergency": "緊急の理由で、応募を開きました",
    "application.masked": "保存期間が過ぎたため、個人情報を消しました",
    "application.address_changed": "応募した方のメールアドレスが変わりました",
    "application.directed": "自治体との直接の選考に移しました",
}


@dataclass(frozen=True)
class Line:
    """One line of the history."""

    at: datetime
    words: str
    who: str


def history_of(application: Application, reader: User) -> list[Line]:
    """Return what happened, the newest first."""
    events = [event for event in Event.objects.about(application) if event.name in WORDS]
    names = names_of({event.actor for event in events}, reader)
    return [Line(event.at, WORDS[event.name], names[event.actor]) for event in reversed(events)]

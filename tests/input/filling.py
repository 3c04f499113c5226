"""What a careful person types into a field, known by its name or its kind."""

from datetime import date, timedelta

from django.utils import timezone

from tests.input.page_forms import Control, PageForm

NAMED = {
    "kana": "ナカムラ ユミ",
    "family_kana": "ナカムラ",
    "given_kana": "ユミ",
    "contact_kana": "アオバ カオル",
    "email": "someone@seeker.example",
    "login": "sato@sakura.example",
    "mail": "desk@kanagawa.example",
    "phone": "045-671-0000",
    "contact_phone": "045-671-0000",
    "postal_code": "231-0017",
    "work_postal_code": "231-0017",
    "online_url": "https://meet.example/room",
    "url": "https://center.example/",
    "password": "とても長い合言葉ですよね。",
    "again": "とても長い合言葉ですよね。",
    "code": "123456",
    "credential": "{}",
    "words": "看護主任 ナースリーダー",
    "apart": "看護学校",
    "rows": "神奈川県 2027-10-01 2000",
    "institution_code": "",
    "lg_code": "",
    "gmis_id": "",
    "where": "本館2階 会議室",
    "licence_number": "13-ユ-000001",
    "break_minutes": "45",
    "yen_per_hour": "2000",
    "hours": "3.5",
}
TODAY = ("taken_on", "licence_seen_on", "starts_on", "taken_from")
MEETING = ("times", "time")


def filled(form: PageForm, known: dict[str, str]) -> dict[str, list[str]]:
    """Return what the form sends after a careful person has filled in what stood empty."""
    return {
        name: [known[name]] if name in known else _answer(control) for name, control in form.controls.items()
    }


def _answer(control: Control) -> list[str]:
    if (any(control.values) and control.kind not in ("checkbox", "textarea")) or control.kind == "hidden":
        return control.values
    if control.options:
        return control.values if any(control.values) else _first(control)
    text = "\n".join(control.values)
    return [text or _typed(control)]


def _first(control: Control) -> list[str]:
    return [option for option in control.options if option][:1]


def _typed(control: Control) -> str:
    name = control.name.rpartition("-")[2]
    if name in NAMED:
        return NAMED[name]
    if name.startswith("work_hours_"):
        return {"starts1": "8:30", "ends1": "17:00"}.get(name.removeprefix("work_hours_"), "")
    day, part = _day(name), name[-2:]
    if part in ("_y", "_m", "_d"):
        return {"_y": str(day.year), "_m": str(day.month), "_d": str(day.day)}[part]
    if name in MEETING:
        return f"{day.year}年{day.month}月{day.day}日 10:00"
    kind = control.attributes.get("inputmode") or control.attributes.get("type")
    return {"numeric": "3", "email": "someone@seeker.example"}.get(kind or "", "試験のために書いた文章です。")


def _day(name: str) -> date:
    return timezone.localdate() + timedelta(days=0 if name[:-2] in TODAY else 20)

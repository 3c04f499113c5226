"""Written Japanese in templates: thin filters over keynet.vocabulary. An empty value stays empty."""

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from django import template
from django.utils import timezone
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from keynet.vocabulary import contact, japanese, money, parsing
from keynet.vocabulary.employment import Program
from keynet.vocabulary.occupations import Occupation
from keynet.vocabulary.prefectures import PREFECTURES

register = template.Library()
HYPHENED = re.compile(r"[0-9A-Za-z.]+(?:[-@][0-9A-Za-z.]+)+")


def _empty_stays(show: Callable[[Any], str]) -> Callable[[Any], str]:
    return lambda value: "" if value is None or value == "" else show(value)


register.filter("date_ja", _empty_stays(lambda value: japanese.date_ja(_day(value))))
register.filter("datetime_ja", _empty_stays(japanese.datetime_ja))
register.filter("wareki", _empty_stays(lambda value: japanese.era_date(_day(value))))
register.filter("weekday", _empty_stays(lambda value: japanese.weekday(_day(value))))
register.filter("thousands", _empty_stays(lambda number: f"{number:,}"))
register.filter("yen", _empty_stays(money.yen))
register.filter("phone", _empty_stays(contact.format_phone))
register.filter("postal", _empty_stays(contact.format_postal))
register.filter("time_ja", _empty_stays(parsing.time_ja))
register.filter("prefecture", _empty_stays(lambda code: PREFECTURES[code].name))
register.filter("occupation", _empty_stays(lambda value: Occupation(value).label))
register.filter("program", _empty_stays(lambda value: Program(value).label))


@register.filter
def days_left(day: date | None) -> str:
    """Say how far off a day is, counted in Japan's time: 「今日まで」「あと6日」「終了」."""
    if day is None:
        return ""
    days = (_day(day) - timezone.localdate()).days
    if days < 0:
        return "終了"
    return f"あと{days}日" if days else "今日まで"


@register.filter
def whole(text: object) -> SafeString:
    """Keep numbers with hyphens and mail addresses of a sentence on one line: 「例：045-000-0000」."""
    words = str(text)
    if isinstance(words, SafeString):
        return words  # its own markup may hold such words
    return mark_safe(HYPHENED.sub(r'<span class="nowrap">\g<0></span>', escape(words)))  # noqa: S308 -- escaped


def _day(value: date | datetime) -> date:
    """Return the day in Japan of a moment; a day stays as it is."""
    return timezone.localdate(value) if isinstance(value, datetime) else value

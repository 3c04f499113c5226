import pytest

from keynet.vocabulary.prefectures import (
    CHOICES,
    GROUPED_CHOICES,
    PREFECTURES,
    REGIONS,
    by_name,
)

REGISTER = """
北海道 010006 青森県 020001 岩手県 030007 宮城県 040002 秋田県 050008 山形県 060003
福島県 070009 茨城県 080004 栃木県 090000 群馬県 100005 埼玉県 110001 千葉県 120006
東京都 130001 神奈川県 140007 新潟県 150002 富山県 160008 石川県 170003 福井県 180009
山梨県 190004 長野県 200000 岐阜県 210005 静岡県 220001 愛知県 230006 三重県 240001
滋賀県 250007 京都府 260002 大阪府 270008 兵庫県 280003 奈良県 290009 和歌山県 300004
鳥取県 310000 島根県 320005 岡山県 330001 広島県 340006 山口県 350001 徳島県 360007
香川県 370002 愛媛県 380008 高知県 390003 福岡県 400009 佐賀県 410004 長崎県 420000
熊本県 430005 大分県 440001 宮崎県 450006 鹿児島県 460001 沖縄県 470007
"""
LG_CODES = REGISTER.split()


def test_there_are_47_in_jis_order():
    assert list(PREFECTURES) == [f"{number:02}" for number in range(1, 48)]
    assert [name for _, name in CHOICES] == LG_CODES[::2]


def test_their_local_government_codes_are_those_of_the_register():
    assert [p.lg_code for p in PREFECTURES.values()] == LG_CODES[1::2]


def test_regions_keep_jis_order_and_hold_everyone_once():
    assert list(REGIONS) == ["北海道", "東北", "関東", "中部", "近畿", "中国", "四国", "九州・沖縄"]
    assert [p.code for members in REGIONS.values() for p in members] == list(PREFECTURES)
    assert [choice for _, choices in GROUPED_CHOICES for choice in choices] == CHOICES


def test_mie_belongs_to_kinki():
    assert PREFECTURES["24"].region == "近畿"


@pytest.mark.parametrize(
    ("code", "short", "kana"),
    [("01", "北海道", "ホッカイドウ"), ("13", "東京", "トウキョウト"), ("26", "京都", "キョウトフ")],
)
def test_short_name_and_reading(code, short, kana):
    assert (PREFECTURES[code].short, PREFECTURES[code].kana) == (short, kana)


@pytest.mark.parametrize("name", ["東京都", "東京", " 東京都 "])
def test_a_prefecture_is_found_by_full_and_short_name(name):
    assert by_name(name) == PREFECTURES["13"]


def test_an_unknown_name_finds_nothing():
    assert by_name("蝦夷") is None

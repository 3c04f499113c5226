import pytest

from keynet.vocabulary.text_checks import check_text


def codes(text, **known):
    return [notice.code for notice in check_text(text, **known)]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("看護婦さんを募集します", "看護婦"),
        ("保母の資格", "保母"),
        ("女性歓迎", "女性歓迎"),
        ("主婦歓迎", "主婦歓迎"),
        ("営業マン", "営業マン"),
        ("男性２名、女性３名", "男性2名"),
        ("女性の方優遇", "女性の方優遇"),
        ("ママナース歓迎", "ママナース歓迎"),
    ],
)
def test_words_for_one_sex_are_asked_about(text, quoted):
    notices = check_text(text)
    assert {notice.code for notice in notices} == {"gendered"}
    assert quoted in notices[0].sentence


@pytest.mark.parametrize(
    "text",
    ["35歳以下", "３５才まで", "20代〜30代の方", "若い方", "若手歓迎", "25〜40歳", "18歳以上", "40歳位"],
)
def test_words_for_an_age_are_asked_about(text):
    assert set(codes(text)) == {"age"}


def test_ages_are_left_alone_when_the_posting_declares_a_lawful_limit():
    assert codes("35歳以下", age_limit_declared=True) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("電話 03-5309-2065 まで", "phone_in_text"),
        ("電話 03-5309-2065 10時から17時", "phone_in_text"),
        ("０９０－１２３４－５６７８へ", "phone_in_text"),
        ("045(263)2101", "phone_in_text"),
        ("+81-3-5309-2065", "phone_in_text"),
        ("0120000000", "phone_in_text"),
        ("tanaka＠example.jp に送る", "mail_in_text"),
        ("tanaka(at)example.co.jp", "mail_in_text"),
        ("https://example.jp/x を見る", "web_in_text"),
        ("ＷＷＷ．ｅｘａｍｐｌｅ．ｊｐ", "web_in_text"),
        ("sakura-hp.or.jpで検索", "web_in_text"),
        ("LINE ID: sakura", "web_in_text"),
    ],
)
def test_contact_details_are_asked_about(text, code):
    assert codes(text) == [code]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "看護師3名、医師1名を募集します。日勤8:30〜17:00、夜勤16:30〜翌9:00、年間休日125日。",
        "主婦・主夫歓迎、主婦（夫）歓迎、男女とも歓迎",
        "日本医師会女性医師バンク、女性医師支援",
        "年齢不問、60代表、2020年代",
        "2026-11-21 から、時給1,500円、〒105-0011 東京都港区芝公園2-1-1",
        "KN-2611-004182、45-60分、20〜30床、月20〜22日",
        "中堅・シニア歓迎、ブランク可",
    ],
)
def test_ordinary_text_is_left_alone(text):
    assert check_text(text) == []


def test_the_same_word_twice_is_asked_about_once():
    assert codes("女性歓迎。女性歓迎！") == ["gendered"]


def test_long_text_is_judged_in_no_time():
    assert check_text("a." * 50_000 + "0" * 50_000) == []


@pytest.mark.parametrize("text", ["看護婦", "35歳以下", "03-5309-2065", "a@example.jp", "https://example.jp"])
def test_every_sentence_says_what_to_do(text):
    for notice in check_text(text):
        assert notice.sentence.endswith(("ください。", "入力します。", "受け付けます。"))

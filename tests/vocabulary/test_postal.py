from concurrent.futures import ThreadPoolExecutor

import pytest

from keynet.vocabulary.postal import Place, look_up


def test_a_code_leads_to_its_neighborhood():
    assert look_up("1050011") == [Place("13", "港区", "131032", "芝公園")]


def test_a_code_across_a_border_leads_to_both_prefectures():
    assert look_up("4980000") == [
        Place("23", "弥富市", "232351", ""),
        Place("24", "桑名郡木曽岬町", "243035", ""),
    ]


def test_an_office_with_a_code_of_its_own_has_name_and_house_number():
    assert look_up("1008916") == [Place("13", "千代田区", "131016", "霞が関1丁目2-2", "厚生労働省")]


@pytest.mark.parametrize("code", ["1138621", "0000000", "", "'; --"])
def test_an_unknown_code_leads_nowhere_and_breaks_nothing(code):
    assert look_up(code) == []


def test_every_thread_may_ask():
    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(look_up, ["1050011"] * 40))
    assert all(places == look_up("1050011") for places in found)

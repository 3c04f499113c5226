from keynet.vocabulary.money import yen, yen_range
from keynet.vocabulary.terms import WageType


def test_yen_have_commas():
    assert yen(1234) == "1,234円"


def test_a_range_has_two_ends_only_when_they_differ():
    assert yen_range(1500, 2000) == "1,500円〜2,000円"
    assert yen_range(1500, 1500) == yen_range(1500) == "1,500円"


def test_a_wage_reads_with_what_it_is_paid_for():
    assert WageType.HOURLY.phrase(1500, 2000) == "時給1,500円〜2,000円"
    assert WageType.PER_SESSION.phrase(50000) == "1回あたり50,000円"


def test_a_session_has_no_word_in_schema_org():
    assert [kind.unit_text for kind in WageType] == ["HOUR", "DAY", "MONTH", "YEAR", None]

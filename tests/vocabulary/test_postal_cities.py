import random

from keynet.vocabulary.postal import look_up
from keynet.vocabulary.postal_cities import NO_CITY, city_ranges


def test_the_ranges_say_the_city_that_a_look_up_finds():
    ranges = city_ranges()
    assert list(ranges.starts) == sorted(set(ranges.starts))
    for start, code in random.Random(1).sample(list(zip(ranges.starts, ranges.codes, strict=True)), 300):
        places = look_up(f"{start:07}")
        assert places[0].lg_code == f"{code:06}" if places else code == NO_CITY


def test_codes_that_cross_a_border_are_named():
    assert ("4980000", "243035") in city_ranges().borders

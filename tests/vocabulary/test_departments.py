from keynet.vocabulary.departments import GROUPED_CHOICES, PLACES, SPECIALITIES, Department


def test_forty_specialities_and_then_the_places_of_work():
    assert len(SPECIALITIES) == 40
    assert [place.label for place in PLACES] == [
        "病棟", "外来", "手術室", "救急", "健診", "接種会場", "保健所", "その他",
    ]  # fmt: skip


def test_the_groups_hold_every_department_once():
    assert [value for _, group in GROUPED_CHOICES for value, _ in group] == Department.values
